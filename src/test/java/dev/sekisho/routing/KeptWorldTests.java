package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RoutingWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds a big world that is changed one object at a time against one that is built anew.
 */
class KeptWorldTests {

	private static final int OBJECTS = 600;

	private static final int CHANGES = 400;

	private static final int ROUND = 40;

	private final Random random = new Random(20_241_125);

	@Test
	void aKeptTableIsTheSameAsOneBuiltAnew() {
		RoutingWorld kept = start();
		for (int i = 0; i < CHANGES; i++) {
			RoutingWorld before = kept;
			kept = changed(kept);
			TrafficImpact impact = TrafficImpact.between(before, kept);
			if (i % ROUND == 0) {
				RoutingWorld fresh = kept.anew();
				assertThat(describe(kept)).as("after change " + i).isEqualTo(describe(fresh));
				assertThat(impact).isEqualTo(TrafficImpact.between(before.anew(), fresh));
				assertThat(kept.virtualServices()).isSorted();
			}
		}
	}

	@Test
	void aWorldSurvivesTheLossOfAllItsObjects() {
		RoutingWorld kept = start();
		for (ObjectName name : kept.virtualServices()) {
			kept = kept.withoutVirtualService(name);
			kept.routeTable();
		}
		assertThat(kept.virtualServices()).isEmpty();
		assertThat(kept.routeTable().answer(Worlds.get("shop.example.com", "/area-1/1")).route()).isNull();
		kept = kept.with(virtualService(1, false));
		assertThat(describe(kept)).isEqualTo(describe(kept.anew())).isNotEmpty();
	}

	@Test
	void anOlderWorldCanStillBeChangedAfterTheServicesChanged() {
		RoutingWorld old = start();
		RoutingWorld withService = old.with(Map.of("apiVersion", "v1", "kind", "Service", "metadata",
				Map.of("namespace", "other", "name", "other"), "spec", Map.of("ports", List.of(Map.of("port", 80)))));
		assertThat(withService.routeTable().virtualHosts(80)).isNotEmpty();
		RoutingWorld changed = old.withoutVirtualService(name(1)).with(virtualService(2, false));
		assertThat(describe(changed)).isEqualTo(describe(changed.anew())).isNotEmpty();
	}

	private RoutingWorld start() {
		List<Map<String, ?>> objects = new ArrayList<>();
		objects.add(Worlds.manifest(Worlds.SHARED));
		for (int i = 0; i < OBJECTS; i++) {
			objects.add(virtualService(i, true));
		}
		RoutingWorld world = RoutingWorld.of(Worlds.PODS, MeshSettings.DEFAULTS, objects);
		TrafficImpact.between(world, world);
		return world;
	}

	private RoutingWorld changed(RoutingWorld world) {
		int index = this.random.nextInt(OBJECTS * 2);
		return (this.random.nextInt(4) == 0) ? world.withoutVirtualService(name(index))
				: world.with(virtualService(index, this.random.nextBoolean()));
	}

	private static List<String> describe(RoutingWorld world) {
		List<String> lines = new ArrayList<>();
		for (VirtualHost host : world.routeTable().virtualHosts(80)) {
			List<Reach.Verdict> verdicts = world.routeTable().verdicts(80, host.name());
			for (int i = 0; i < verdicts.size(); i++) {
				Route route = host.routes().get(i);
				lines.add(
						host.name() + " " + route.virtualService() + " " + route.contentHash() + " " + verdicts.get(i));
			}
		}
		return lines;
	}

	private static ObjectName name(int index) {
		return new ObjectName("team-" + index % 7, "service-" + index);
	}

	private Map<String, ?> virtualService(int index, boolean old) {
		String created = old ? "2024-01-01T00:%02d:%02dZ".formatted(index / 60 % 60, index % 60)
				: "2024-06-01T00:00:00Z";
		ObjectName name = name(index);
		Map<String, ?> destination = Map.of("host", "web." + name.namespace() + ".svc.cluster.local", "port",
				Map.of("number", 80));
		return Map.of("apiVersion", "networking.istio.io/v1", "kind", "VirtualService", "metadata",
				Map.of("namespace", name.namespace(), "name", name.name(), "creationTimestamp", created), "spec",
				Map.of("hosts", List.of("*"), "gateways", List.of("istio-ingress/shared"), "http",
						List.of(Map.of("match", List.of(Map.of("uri", uri(index)), Map.of("uri", uri(index + 1))),
								"route", List.of(Map.of("destination", destination))))));
	}

	private Map<String, String> uri(int index) {
		String area = "/area-" + index / 10;
		return switch (this.random.nextInt(30)) {
			case 0 -> Map.of("prefix", area);
			case 1 -> Map.of("prefix", "/");
			case 2 -> Map.of("regex", area + "/[0-9]+.*");
			case 3 -> Map.of("exact", area + "/" + index);
			default -> Map.of("prefix", area + "/" + index);
		};
	}

}
