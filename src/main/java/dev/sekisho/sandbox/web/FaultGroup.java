package dev.sekisho.sandbox.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.sandbox.Fault;

/**
 * The faults of one hop.
 *
 * @param hop the hop
 * @param faults its faults
 */
record FaultGroup(String hop, List<Fault> faults) {

	static List<FaultGroup> of(List<Fault> faults) {
		Map<String, List<Fault>> hops = new LinkedHashMap<>();
		faults.forEach((fault) -> hops.computeIfAbsent(fault.hop(), (hop) -> new ArrayList<>()).add(fault));
		return hops.entrySet()
			.stream()
			.map((hop) -> new FaultGroup(hop.getKey(), List.copyOf(hop.getValue())))
			.toList();
	}

	long broken() {
		return this.faults.stream().filter(Fault::broken).count();
	}

}
