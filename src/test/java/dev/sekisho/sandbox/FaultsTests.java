package dev.sekisho.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.MergePatch;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceTypes;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	private final ObjectStore store = new ObjectStore();

	private final ResourceTypes types = new ResourceTypes(this.store);

	private final Faults faults = seeded();

	private Faults seeded() {
		new Seed(this.store, this.types).plant();
		return new Faults(this.store, this.types);
	}

	@TestFactory
	List<DynamicTest> everyFaultBreaksSomethingAndIsRepairedWithoutTrace() {
		Map<String, ObjectNode> before = content();
		return this.faults.of("orders").stream().map((fault) -> DynamicTest.dynamicTest(fault.name(), () -> {
			assertThat(fault.broken()).isFalse();
			assertThat(this.faults.inject("orders", fault.name())).isTrue();
			assertThat(broken()).contains(fault.name());
			assertThat(content()).isNotEqualTo(before);
			assertThat(this.faults.repair("orders", fault.name())).isTrue();
			assertThat(content()).isEqualTo(before);
		})).toList();
	}

	@Test
	void leavesAloneWhatAFaultDoesNotTouch() {
		this.faults.inject("orders", "virtual-service-export");
		write("{\"metadata\": {\"labels\": {\"a\": \"b\"}}, \"spec\": {\"hosts\": [\"shop.example.com\"]}}");
		this.faults.repair("orders", "virtual-service-export");
		ObjectNode route = route();
		assertThat(Json.text(route, "metadata", "labels", "a")).isEqualTo("b");
		assertThat(Json.texts(route.path("spec").path("hosts"))).containsExactly("shop.example.com");
		assertThat(route.path("spec").has("exportTo")).isFalse();
		assertThat(route.path("metadata").path("generation").asInt()).isEqualTo(3);
	}

	@Test
	void repairsEverythingAtOnce() {
		Map<String, ObjectNode> before = content();
		List.of("gateway-removed", "endpoints-empty", "alb-group-frozen")
			.forEach((name) -> this.faults.inject("service-b", name));
		assertThat(content()).isNotEqualTo(before);
		this.faults.repairAll("service-b");
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void saysThatNothingWasChangedWhenTheObjectIsGone() {
		this.faults.inject("orders", "service-removed");
		assertThat(this.faults.inject("orders", "service-port")).isFalse();
		assertThat(this.faults.inject("orders", "no-such-fault")).isFalse();
	}

	private Set<String> broken() {
		return Set.copyOf(this.faults.of("orders").stream().filter(Fault::broken).map(Fault::name).toList());
	}

	private ObjectNode route() {
		return this.store
			.find(this.types.find("networking.istio.io", "virtualservices").orElseThrow(), "orders",
					"orders-virtual-service")
			.orElseThrow();
	}

	private void write(String patch) {
		ObjectNode route = route();
		try {
			this.store.replace(this.types.find("networking.istio.io", "virtualservices").orElseThrow(), route,
					(ObjectNode) MergePatch.apply(route.deepCopy(), Json.MAPPER.readTree(patch)));
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private Map<String, ObjectNode> content() {
		Map<String, ObjectNode> content = new TreeMap<>();
		this.types.all().forEach((type) -> this.store.list(type, "").items().forEach((object) -> {
			ObjectNode copy = object.deepCopy();
			copy.withObject("/metadata").remove(List.of("resourceVersion", "generation"));
			content.put(type.qualifiedName() + " " + Json.text(copy, "metadata", "namespace") + "/"
					+ Json.text(copy, "metadata", "name"), copy);
		}));
		return content;
	}

}
