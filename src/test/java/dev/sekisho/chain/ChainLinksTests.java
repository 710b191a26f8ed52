package dev.sekisho.chain;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.sekisho.cluster.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ChainLinksTests {

	@Test
	void fillsInWhatTheHopShowsAndLetsNothingLeaveItsPlace() {
		List<ChainSettings.Link> links = List.of(
				new ChainSettings.Link("Kiali", "virtual-service",
						"https://kiali.example/namespaces/{namespace}/{kind}/{name}?c={cluster}"),
				new ChainSettings.Link("Grafana", "alb", "http://grafana.example/#{name}"));
		World world = World.read("healthy");
		Chain chain = ChainResolver.resolve(world.seen(), world.subject());
		assertThat(links(links).of(chain)).extracting(ChainLinks.Target::name, ChainLinks.Target::url)
			.containsExactly(tuple("Grafana", "http://grafana.example/#alb-istio-ingress-gateway"), tuple("Kiali",
					"https://kiali.example/namespaces/service-a/VirtualService/service-a-virtual-service?c=world"));
		assertThat(links(links).of(hostile()).get(0).url()).isEqualTo(
				"https://kiali.example/namespaces/%7Bname%7D/VirtualService/%2F..%2F%3Fx%3D%22%3E%20%23?c=world");
	}

	@Test
	void linksNothingWithoutSettings() {
		World world = World.read("healthy");
		assertThat(links(List.of()).of(ChainResolver.resolve(world.seen(), world.subject()))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:text/html,x", "https://{name}.example/",
			"https://u@x.example/", "//x.example", "https://x.example/a b", "ftp://x.example" })
	void refusesAddressesThatLeadElsewhere(String url) {
		bound(Map.of("name", "x", "hop", "alb", "url", url)).run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void refusesHopsThatThereArent() {
		bound(Map.of("name", "x", "hop", "pods", "url", "https://x.example"))
			.run((context) -> assertThat(context).hasFailed());
		bound(Map.of("name", "x", "hop", "alb", "url", "https://x.example"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static ApplicationContextRunner bound(Map<String, String> link) {
		return new ApplicationContextRunner().withUserConfiguration(Settings.class)
			.withPropertyValues(link.entrySet()
				.stream()
				.map((entry) -> "sekisho.chain.links[0]." + entry.getKey() + "=" + entry.getValue())
				.toArray(String[]::new));
	}

	private static ChainLinks links(List<ChainSettings.Link> links) {
		return new ChainLinks(new ChainSettings(links, null, null), new WorldCluster("healthy"));
	}

	private static Chain hostile() {
		HopBuilder hop = new HopBuilder(HopKind.VIRTUAL_SERVICE,
				new ObjectRef("VirtualService", new ObjectKey("{name}", "/../?x=\"> #")));
		return new Chain(new ObjectKey("a", "b"), List.of(), List.of(), "g", List.of(hop.healthy("position")), null);
	}

	@EnableConfigurationProperties(ChainSettings.class)
	static class Settings {

	}

}
