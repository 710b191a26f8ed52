package dev.sekisho.routing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.sekisho.routing.Answer.Outcome;
import dev.sekisho.routing.table.RoutingWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each istiod reads the objects without revision and those of its own.
 */
class RevisionTests {

	private static final GatewayPods CANARY = new GatewayPods("istio-ingress",
			Map.of("istio", "ingressgateway", "istio.io/rev", "canary"));

	@Test
	void leavesOutWhatAnotherRevisionReads() {
		assertThat(outcome(Worlds.PODS, "canary")).isEqualTo(Outcome.NOT_FOUND);
		assertThat(outcome(Worlds.PODS, "")).isEqualTo(Outcome.NOT_FOUND);
		assertThat(outcome(CANARY, "default")).isEqualTo(Outcome.NOT_FOUND);
	}

	@Test
	void readsWhatIsOfItsOwnRevisionOrOfNone() {
		assertThat(outcome(Worlds.PODS, "default")).isEqualTo(Outcome.NO_DESTINATION);
		assertThat(outcome(CANARY, "canary")).isEqualTo(Outcome.NO_DESTINATION);
		assertThat(RoutingWorld
			.of(CANARY, MeshSettings.DEFAULTS, List.of(Worlds.manifest(Worlds.SHARED), virtualService(null)))
			.routeTable()
			.answer(Worlds.get("a.test", "/"))
			.outcome()).isEqualTo(Outcome.NO_DESTINATION);
	}

	@Test
	void losesAVirtualServiceThatIsGivenToAnotherRevision() {
		RoutingWorld world = RoutingWorld.of(Worlds.PODS, MeshSettings.DEFAULTS,
				List.of(Worlds.manifest(Worlds.SHARED), virtualService(null)));
		assertThat(world.routeTable().answer(Worlds.get("a.test", "/")).outcome()).isEqualTo(Outcome.NO_DESTINATION);

		RoutingWorld moved = world.with(virtualService("canary"));

		assertThat(moved.virtualServices()).isEmpty();
		assertThat(moved.routeTable().answer(Worlds.get("a.test", "/")).outcome()).isEqualTo(Outcome.NOT_FOUND);
		assertThat(moved.with(virtualService("default")).virtualServices()).hasSize(1);
	}

	private static Outcome outcome(GatewayPods pods, String revision) {
		return RoutingWorld
			.of(pods, MeshSettings.DEFAULTS, List.of(Worlds.manifest(Worlds.SHARED), virtualService(revision)))
			.routeTable()
			.answer(Worlds.get("a.test", "/"))
			.outcome();
	}

	private static Map<String, ?> virtualService(String revision) {
		String labels = (revision != null) ? "labels: {istio.io/rev: '" + revision + "'}, " : "";
		return Worlds.manifest(Worlds.virtualService("a/a", 1, "'*'", Worlds.route("", "missing.a.svc.cluster.local"))
			.replace("metadata: {", "metadata: {" + labels));
	}

}
