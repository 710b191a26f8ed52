package dev.sekisho.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule of the chain, on whole worlds.
 */
class ChainWorldTests {

	private static final Path WORLDS = Path.of("src/test/resources/worlds/chain");

	static List<String> worlds() throws IOException {
		try (Stream<Path> files = Files.list(WORLDS)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((file) -> !file.endsWith(".objects.yaml"))
				.map((file) -> file.replace(".yaml", ""))
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("worlds")
	void resolvesTheChain(String name) {
		World world = World.read(name);
		Map<String, Object> expected = World.map(world.file().get("expect"));
		Chain chain = ChainResolver.resolve(world.seen(), world.subject());
		assertThat(chain.hops().stream().map(ChainWorldTests::line)).as((String) world.file().get("about"))
			.containsExactlyElementsOf(World.list(expected.get("hops")).stream().map(Object::toString).toList());
		assertThat(chain.state().code()).isEqualTo(expected.get("state"));
		assertThat(chain.decisive().effect().code()).isEqualTo(expected.get("effect"));
		details(chain, expected);
	}

	private static void details(Chain chain, Map<String, Object> expected) {
		if (expected.containsKey("arguments")) {
			assertThat(chain.decisive().reason().arguments())
				.containsExactlyElementsOf(World.list(expected.get("arguments")));
		}
		if (expected.containsKey("command")) {
			assertThat(chain.decisive().advice().get(0).command()).isEqualTo(expected.get("command"));
		}
		if (expected.containsKey("onPath")) {
			assertThat(chain.hops().stream().filter(Hop::onPath).map((hop) -> hop.kind().code()))
				.containsExactlyElementsOf(World.list(expected.get("onPath")).stream().map(Object::toString).toList());
		}
		if (expected.containsKey("wires")) {
			World.map(expected.get("wires"))
				.forEach((kind, wire) -> assertThat(hop(chain, kind).wire()).as(kind).isEqualTo(wire));
		}
		settings(chain, expected);
		if (expected.containsKey("podsOf")) {
			pods(hop(chain, (String) expected.get("podsOf")), expected);
		}
	}

	@ParameterizedTest
	@MethodSource("worlds")
	void tellsWhichHostsHaveACertificate(String name) {
		World world = World.read(name);
		Map<String, Object> expected = World
			.map(World.map(world.file().get("expect")).getOrDefault("covers", Map.of()));
		Subject subject = world.subject();
		expected.forEach((host,
				cover) -> assertThat(HostCovers.of(world.seen(), subject.gateway(), List.of(host), subject.visible()))
					.extracting((one) -> one.coverage().code() + " " + String.join(" ", one.certificates()))
					.as(host)
					.containsExactly(cover.toString()));
	}

	private static void settings(Chain chain, Map<String, Object> expected) {
		assertThat(settings(chain))
			.containsAll(World.list(expected.get("settings")).stream().map(Object::toString).toList())
			.doesNotContainAnyElementsOf(World.list(expected.getOrDefault("noSettings", List.of("")))
				.stream()
				.map(Object::toString)
				.toList());
	}

	private static List<String> settings(Chain chain) {
		return chain.hops().stream().flatMap((hop) -> hop.evidence().stream()).map(Evidence::field).toList();
	}

	private static void pods(Hop hop, Map<String, Object> expected) {
		if (expected.containsKey("pods")) {
			assertThat(
					hop.pods().stream().map((pod) -> pod.name() + " " + pod.state().code() + " " + pod.reason().code()))
				.containsExactlyElementsOf(World.list(expected.get("pods")).stream().map(Object::toString).toList());
		}
		if (expected.containsKey("podCount")) {
			assertThat(hop.pods()).hasSize((int) expected.get("podCount"));
			assertThat(hop.morePods()).isEqualTo(expected.get("morePods"));
		}
	}

	private static Hop hop(Chain chain, String kind) {
		return chain.hops().stream().filter((hop) -> hop.kind().code().equals(kind)).findFirst().orElseThrow();
	}

	private static String line(Hop hop) {
		return hop.kind().code() + " " + hop.state().code() + " " + hop.reason().code();
	}

}
