package dev.sekisho.endtoend;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.table.RoutingWorld;
import dev.sekisho.routing.validation.Judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The engine says of each request what Envoy does with it, for the same objects as the
 * API server has them: random VirtualServices, batch by batch, and requests at the
 * boundaries of what they match. {@code -Dsekisho.live.seconds} says for how long,
 * {@code -Dsekisho.live.seed} with what.
 */
class LiveDifferentialTests {

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("sekisho.live.seconds", 60));

	private static final long SEED = Long.getLong("sekisho.live.seed", System.nanoTime());

	private static final int REQUESTS = 150;

	private final Random random = new Random(SEED);

	private final LiveWorld generated = new LiveWorld(this.random);

	private final Map<String, Integer> outcomes = new HashMap<>();

	private final Set<String> differences = new LinkedHashSet<>();

	private Stage stage;

	private int batches;

	@BeforeEach
	void setTheStage() {
		this.stage = Stage.shared();
		clear();
	}

	@AfterEach
	void clear() {
		if (this.stage != null) {
			stored("VirtualService").forEach(this.stage::deletePastThePortal);
			extraGateway().forEach(this.stage::deletePastThePortal);
		}
	}

	@Test
	void theEngineAnswersAsEnvoyDoes() throws IOException {
		long end = System.nanoTime() + TIME.toNanos();
		try (RawClient client = new RawClient(URI.create(this.stage.mesh().gateway()))) {
			while (this.differences.isEmpty() && (this.batches == 0 || System.nanoTime() < end)) {
				this.batches++;
				change();
				untilEnvoyHasIt(client);
				compare(client);
			}
		}
		System.out.printf("seed %d: %d batches, %s%n", SEED, this.batches, this.outcomes);
		assertThat(this.differences).as("seed %d, batch %d", SEED, this.batches).isEmpty();
		assertThat(this.outcomes).containsKeys("FORWARDED", "NOT_FOUND");
	}

	private void change() {
		if (this.random.nextInt(5) == 0) {
			List<GenericKubernetesResource> extra = extraGateway();
			if (extra.isEmpty()) {
				write(object(this.generated.gateway()));
			}
			extra.forEach(this.stage::deletePastThePortal);
		}
		List<GenericKubernetesResource> live = stored("VirtualService");
		for (int i = this.random.nextInt(3); i > 0 && !live.isEmpty(); i--) {
			this.stage.deletePastThePortal(live.remove(this.random.nextInt(live.size())));
		}
		for (int i = 2 + this.random.nextInt(4); i > 0; i--) {
			Map<String, Object> manifest = this.generated.virtualService();
			boolean lawful = Judgement.of(manifest).admitted();
			try {
				write(object(manifest));
				assertThat(lawful).as("istiod took %s", manifest).isTrue();
			}
			catch (KubernetesClientException ex) {
				assertThat(lawful).as("istiod refused %s: %s", manifest, ex.getMessage()).isFalse();
			}
		}
	}

	private void write(GenericKubernetesResource object) {
		this.stage.admin().resource(object).forceConflicts().serverSideApply();
	}

	// istiod sees VirtualServices in the order they were written, and Envoy takes the
	// whole table at once: who has the last one has all.
	private void untilEnvoyHasIt(RawClient client) {
		String path = "/batch/" + this.batches;
		write(Serialization.unmarshal("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: last-of-batch, namespace: service-c}
				spec:
				  hosts: [last-of-batch.test]
				  gateways: [istio-ingress/sample-gateway]
				  http: [{match: [{uri: {exact: %s}}], directResponse: {status: 299}}]
				""".formatted(path), GenericKubernetesResource.class));
		HttpRequest request = new HttpRequest(80, "GET", "last-of-batch.test", path, List.of());
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(20))
			.ignoreExceptions()
			.until(() -> client.send(request).status() == 299);
	}

	private void compare(RawClient client) throws IOException {
		RoutingWorld world = world();
		int port = world.routeTable().ports().get(0);
		for (int i = 0; i < REQUESTS; i++) {
			HttpRequest request = this.generated.request(port);
			Answer answer = world.routeTable().answer(request);
			this.outcomes.merge(answer.outcome().name(), 1, Integer::sum);
			List<String> found = differences(client, request, answer);
			if (!found.isEmpty() && this.differences.size() < 5) {
				this.differences.add(request + "\n " + found + "\n " + answer.route() + "\n of "
						+ Stream.concat(extraGateway().stream(), stored("VirtualService").stream())
							.map(Serialization::asJson)
							.toList());
			}
		}
	}

	// istiod hears of Gateways and VirtualServices one by one: a difference has to last.
	private static List<String> differences(RawClient client, HttpRequest request, Answer answer) throws IOException {
		List<String> found = LiveComparison.differences(answer, client.send(request));
		long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
		while (!found.isEmpty() && System.nanoTime() < end) {
			found = LiveComparison.differences(answer, client.send(request));
		}
		return found;
	}

	private RoutingWorld world() {
		List<Map<String, ?>> objects = new ArrayList<>();
		for (String kind : List.of("Gateway", "VirtualService", "ServiceEntry", "DestinationRule", "Service")) {
			for (GenericKubernetesResource object : stored(kind)) {
				objects.add(tree(object));
			}
		}
		var pod = this.stage.admin().pods().inNamespace("istio-ingress").withName("istio-ingressgateway-0").get();
		return RoutingWorld.of(new GatewayPods("istio-ingress", pod.getMetadata().getLabels()), MeshSettings.DEFAULTS,
				objects);
	}

	private List<GenericKubernetesResource> stored(String kind) {
		String version = "Service".equals(kind) ? "v1" : "networking.istio.io/v1";
		return new ArrayList<>(
				this.stage.admin().genericKubernetesResources(version, kind).inAnyNamespace().list().getItems());
	}

	private List<GenericKubernetesResource> extraGateway() {
		return stored("Gateway").stream()
			.filter((gateway) -> gateway.getMetadata().getName().equals("extra-gateway"))
			.toList();
	}

	private static GenericKubernetesResource object(Map<String, Object> manifest) {
		return Serialization.unmarshal(Serialization.asJson(manifest), GenericKubernetesResource.class);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, ?> tree(GenericKubernetesResource object) {
		return Serialization.unmarshal(Serialization.asJson(object), Map.class);
	}

}
