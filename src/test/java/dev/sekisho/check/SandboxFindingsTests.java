package dev.sekisho.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.RawManifest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ordinary objects are free of findings: the sandbox's, but for what is planted there.
 */
class SandboxFindingsTests {

	private static final String SEED = "/dev/sekisho/sandbox/seed/";

	private static final String FROM_OUTSIDE = "SKS0704";

	private final CheckWorld sandbox = CheckWorld
		.ofObjects(Stream
			.of("namespaces", "sekisho", "mesh", "load-balancer", "ingress-gateway", "service-a", "service-b", "orders",
					"payments")
			.flatMap((file) -> read(SEED + file + ".yaml").stream())
			.toList(), Set.of());

	@Test
	void harmlessPathSplitsHaveNoFinding() {
		assertThat(findings("orders", "orders-virtual-service")).isEmpty();
		assertThat(findings("payments", "payments-virtual-service")).isEmpty();
	}

	@Test
	void thePlantedTakeoverIsFoundFromBothSides() {
		assertThat(findings("service-a", "service-a-virtual-service"))
			.containsExactlyInAnyOrder("SKS0301 /spec/http/0/match/0/uri/prefix", "SKS0506 /spec/http/0/match/0");
		assertThat(findings("service-b", "service-b-virtual-service")).containsExactlyInAnyOrder(
				"SKS0210 /spec/http/1/match/0/uri/prefix", "SKS0301 /spec/http/1/match/0/uri/prefix");
	}

	@Test
	void aNewRouteBesideTheOthersHasNoFinding() {
		Map<String, Object> manifest = CheckWorld.map(read("/worlds/check/invoices.proposal.yaml").get(0));
		Verdict verdict = this.sandbox
			.check(this.sandbox.proposal(new ObjectKey("orders", "orders-virtual-service"), manifest), Stage.APPLY);
		assertThat(verdict.findings()).extracting(Finding::code).containsExactly(FROM_OUTSIDE);
		assertThat(verdict.blocked()).isFalse();
	}

	private List<String> findings(String namespace, String name) {
		ObjectKey key = new ObjectKey(namespace, name);
		GenericKubernetesResource live = this.sandbox.routes().virtualServices().find(key).orElseThrow();
		return this.sandbox.check(this.sandbox.proposal(key, RawManifest.of(live)), Stage.APPLY)
			.findings()
			.stream()
			.filter((finding) -> !finding.code().equals(FROM_OUTSIDE))
			.map((finding) -> finding.code() + " " + finding.path())
			.toList();
	}

	private static List<Map<String, Object>> read(String file) {
		YAMLMapper yaml = new YAMLMapper();
		List<Map<String, Object>> objects = new ArrayList<>();
		try (InputStream in = Objects.requireNonNull(SandboxFindingsTests.class.getResourceAsStream(file), file);
				MappingIterator<Map<String, Object>> documents = yaml.readerForMapOf(Object.class).readValues(in)) {
			documents.forEachRemaining((document) -> {
				if (document != null) {
					CheckWorld.map(document.get("metadata")).put("uid", "seeded");
					objects.add(document);
				}
			});
			return objects;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file, ex);
		}
	}

}
