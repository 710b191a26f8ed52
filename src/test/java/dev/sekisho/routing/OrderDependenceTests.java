package dev.sekisho.routing;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.sekisho.routing.impact.OrderDependence;
import dev.sekisho.routing.impact.OrderDependence.Flip;
import dev.sekisho.routing.table.RoutingWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OrderDependence}.
 */
class OrderDependenceTests {

	private static final String ANY = "\"*\"";

	@Test
	void findsTheWinnerThatOnlyItsAgeMadeWin() {
		RoutingWorld world = Worlds
			.of(Worlds.virtualService("team-z/zz", 1, ANY, Worlds.route("uri: {prefix: /api}", "z.example.com")), Worlds
				.virtualService("team-a/aa", 2, ANY, Worlds.route("uri: {prefix: /api/orders}", "a.example.com")));
		List<Flip> flips = OrderDependence.of(world).flips();
		assertThat(flips).singleElement().satisfies((flip) -> {
			assertThat(flip.rebuild()).isEqualTo(Rebuild.SAME_SECOND);
			assertThat(name(flip.today())).isEqualTo("team-z/zz");
			assertThat(name(flip.rebuilt())).isEqualTo("team-a/aa");
			assertThat(flip.virtualHost()).isEqualTo("*");
			assertThat(flip.certain()).isTrue();
			assertThat(flip.witness().target()).startsWith("/api/orders");
			assertThat(Objects.requireNonNull(flip.rebuilt()).rank().created()).hasToString("2024-02-02T00:00:00Z");
			confirm(world, flip);
		});
	}

	@Test
	void findsWhatOnlyTheReversedOrderFlips() {
		RoutingWorld world = Worlds.of(
				Worlds.virtualService("team-a/aa", 1, ANY, Worlds.route("uri: {prefix: /api}", "a.example.com")),
				Worlds.virtualService("team-z/zz", 2, ANY, Worlds.route("uri: {exact: /api/x}", "z.example.com")));
		assertThat(OrderDependence.of(world).flips()).singleElement().satisfies((flip) -> {
			assertThat(flip.rebuild()).isEqualTo(Rebuild.REVERSED);
			assertThat(name(flip.today())).isEqualTo("team-a/aa");
			assertThat(name(flip.rebuilt())).isEqualTo("team-z/zz");
			confirm(world, flip);
		});
	}

	@Test
	void leavesOutWhatNoOrderOfCreationChanges() {
		RoutingWorld world = Worlds.of(
				Worlds.virtualService("team-a/aa", 1, ANY,
						Worlds.route("uri: {prefix: /a}", "a.example.com") + ", "
								+ Worlds.route("uri: {prefix: /a/b}", "b.example.com")),
				Worlds.virtualService("team-b/bb", 2, ANY, Worlds.route("uri: {prefix: /b}", "b.example.com")),
				Worlds.virtualService("team-c/cc", 3, ANY, Worlds.route("uri: {prefix: /}", "c.example.com")),
				Worlds.virtualService("team-d/dd", 4, "d.example.com",
						Worlds.route("uri: {prefix: /a}", "d.example.com")));
		assertThat(OrderDependence.of(world).flips()).isEmpty();
	}

	@Test
	void bucketsOfExportToStandWhateverTheAge() {
		String ahead = Worlds.virtualService("team-z/zz", 2, ANY, Worlds.route("uri: {prefix: /api}", "z.example.com"))
			.replace("spec:\n", "spec:\n  exportTo: [istio-ingress]\n");
		RoutingWorld world = Worlds.of(ahead,
				Worlds.virtualService("team-a/aa", 1, ANY, Worlds.route("uri: {prefix: /api}", "a.example.com")));
		assertThat(OrderDependence.of(world).flips()).isEmpty();
	}

	@Test
	void twoCatchAllsDependOnTheirAge() {
		RoutingWorld world = Worlds.of(
				Worlds.virtualService("team-b/bb", 1, ANY, Worlds.route("uri: {prefix: /}", "b.example.com")),
				Worlds.virtualService("team-a/aa", 2, ANY, Worlds.route("uri: {regex: .*}", "a.example.com")));
		assertThat(OrderDependence.of(world).flips()).singleElement()
			.satisfies((flip) -> assertThat(name(flip.rebuilt())).isEqualTo("team-a/aa"));
	}

	private static void confirm(RoutingWorld world, Flip flip) {
		assertThat(name(world.routeTable().answer(flip.witness()).route())).isEqualTo(name(flip.today()));
		assertThat(name(world.rebuilt(flip.rebuild()).routeTable().answer(flip.witness()).route()))
			.isEqualTo(name(flip.rebuilt()));
	}

	private static String name(@Nullable Route route) {
		return (route != null) ? route.virtualService().toString() : "";
	}

}
