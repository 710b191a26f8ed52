package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.sekisho.routing.EngineBenchmarks;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * How much heap a watched VirtualService takes: as fabric8's object, as the watch cache
 * holds it, and compiled with its place in the route table. The heap is what is in use
 * after a collection.
 */
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgs = { "-XX:+UseSerialGC", "-Xmx2g" })
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HeapBenchmarks {

	/** The number of VirtualServices. */
	@Param({ "1000", "10000" })
	public int routes;

	private final List<Object> held = new ArrayList<>();

	/**
	 * Fills the heap step by step. The time doesn't matter.
	 * @param heap gets the bytes per VirtualService
	 * @throws JsonProcessingException never
	 */
	@Benchmark
	public void heapOfWatchedVirtualServices(Heap heap) throws JsonProcessingException {
		List<byte[]> json = json();
		fill(json.subList(0, 100), new Heap());
		this.held.clear();
		fill(json, heap);
	}

	private void fill(List<byte[]> json, Heap heap) {
		ObjectMapper mapper = new ObjectMapper();
		long start = used();
		List<GenericKubernetesResource> objects = new ArrayList<>(json.size());
		this.held.add(objects);
		json.forEach((bytes) -> objects.add(read(mapper, bytes)));
		heap.asObjects = (used() - start) / json.size();
		objects.clear();
		long before = used();
		List<VirtualServiceRecord> stored = new ArrayList<>(json.size());
		this.held.add(stored);
		json.forEach((bytes) -> stored.add(VirtualServiceRecord.of(read(mapper, bytes))));
		long cached = used();
		heap.inTheCache = (cached - before) / json.size();
		RoutingWorld world = world(stored);
		this.held.add(world);
		heap.compiled = (used() - cached) / json.size();
		heap.together = heap.inTheCache + heap.compiled;
	}

	private static RoutingWorld world(List<VirtualServiceRecord> stored) {
		List<Map<String, ?>> manifests = new ArrayList<>(EngineBenchmarks.manifests(0));
		stored.forEach((virtualService) -> manifests.add(virtualService.manifest()));
		RoutingWorld world = EngineBenchmarks.worldOf(manifests);
		TrafficImpact.between(world, world);
		return world;
	}

	private List<byte[]> json() throws JsonProcessingException {
		ObjectMapper mapper = new ObjectMapper();
		List<byte[]> json = new ArrayList<>();
		for (Map<String, ?> manifest : EngineBenchmarks.manifests(this.routes)) {
			if ("VirtualService".equals(manifest.get("kind"))
					&& manifest.get("metadata") instanceof Map<?, ?> metadata) {
				GenericKubernetesResource object = mapper.convertValue(manifest, GenericKubernetesResource.class);
				object.getMetadata().setUid(UUID.nameUUIDFromBytes(metadata.toString().getBytes()).toString());
				object.getMetadata().setResourceVersion(String.valueOf(100_000 + json.size()));
				object.getMetadata().setGeneration(1L);
				json.add(mapper.writeValueAsBytes(object));
			}
		}
		return json;
	}

	private static GenericKubernetesResource read(ObjectMapper mapper, byte[] json) {
		try {
			return mapper.readValue(json, GenericKubernetesResource.class);
		}
		catch (java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long used() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/**
	 * Bytes per VirtualService.
	 */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.EVENTS)
	public static class Heap {

		/** As fabric8's objects. */
		public long asObjects;

		/** As the watch cache holds them. */
		public long inTheCache;

		/** Compiled, in a route table with all verdicts. */
		public long compiled;

		/** The cache and the table. */
		public long together;

	}

}
