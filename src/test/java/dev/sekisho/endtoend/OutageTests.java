package dev.sekisho.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.client.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.sekisho.endtoend.PageReader.Answer;
import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.FaultyNetwork;
import dev.sekisho.testing.PortalProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The real API server goes away, by resets or in silence, and comes back: every page is
 * shown from what was seen last and says so, writes fail soon with what was typed kept,
 * and afterwards everything works again by itself.
 */
class OutageTests {

	private static final List<String> PAGES = List.of("/routes", "/routes/order", "/try",
			"/try?url=https://shop.example.com/api/v1/service-a/1", "/gateways/sample-gateway",
			"/gateways/sample-gateway/writers", "/register", "/register/service-a/outage", "/changes", "/reviews",
			"/chains/service-a/outage", "/chains?service=service-a/service-a");

	private static final List<String> CALLS = List.of("/api/v1/gateways", "/api/v1/gateways/sample-gateway/routes",
			"/api/v1/namespaces", "/api/v1/namespaces/service-a/services", "/api/v1/changes",
			"/api/v1/chains/service-a/outage");

	private static final Map<String, String> FORM = Map.of("mode", "yaml", "reason", "Typed with care", "manifest",
			FaultWorld.manifest("service-a", "typed"));

	// One question about rights may wait as long as a call may take, the others don't.
	private static final Duration SOON = Duration.ofSeconds(12);

	private static FaultyNetwork network;

	private static PortalProcess portal;

	private static PageReader alice;

	@BeforeAll
	static void startThePortalBehindTheNetwork() throws IOException {
		ChartCluster cluster = ChartCluster.shared();
		FaultWorld.install(cluster, "service-a", "outage");
		Config config = cluster.config("admin");
		network = FaultyNetwork.before(URI.create(config.getMasterUrl()));
		portal = PortalProcess.inCluster(Path.of("target", "outage"), config,
				URI.create("https://127.0.0.1:" + network.port()), cluster.portalToken(),
				"sekisho.cluster.name=outage");
		alice = new PageReader(portal.address());
		assertThat(alice.signIn(cluster.config("alice").getAutoOAuthToken()).status()).isEqualTo(302);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(alice.get("/routes").body()).contains("/api/v1/service-a/"));
	}

	@AfterAll
	static void stop() {
		if (portal != null) {
			portal.close();
			network.close();
		}
	}

	@AfterEach
	void heal() {
		network.heal();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(alice.get("/routes").body()).contains("data-state=\"live\""));
	}

	@ParameterizedTest
	@EnumSource(Outage.class)
	void showsEveryPageFromWhatWasSeenLastAndSaysSo(Outage outage) {
		PAGES.forEach((path) -> assertThat(alice.get(path).status()).as(path).isEqualTo(200));
		CALLS.forEach((path) -> assertThat(alice.get(path).status()).as(path).isEqualTo(200));
		outage.begin(network);
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(alice.get("/routes").body()).contains("data-state=\"stale\""));
		for (String path : PAGES) {
			Answer answer = alice.get(path);
			assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
			assertThat(answer.body()).as(path).contains("data-state=\"stale\"");
			assertThat(answer.took()).as(path).isLessThan(SOON);
		}
		for (String path : CALLS) {
			Answer answer = alice.get(path);
			assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
			assertThat(answer.took()).as(path).isLessThan(SOON);
		}
	}

	@ParameterizedTest
	@EnumSource(Outage.class)
	void refusesWritesSoonAndKeepsWhatWasTyped(Outage outage) {
		Answer page = alice.get("/register");
		outage.begin(network);
		Answer answer = alice.post(page, "/register/send", FORM);
		assertThat(answer.status()).as(answer.body()).isEqualTo(503);
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(15));
		assertThat(answer.body()).contains("Typed with care", "/api/v1/service-a/typed");
		network.heal();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			Answer again = alice.submit("/register", "/register/send", FORM);
			assertThat(again.status()).as(again.body()).isIn(302, 303);
			assertThat(again.location()).contains("/changes/service-a/");
		});
	}

	@Test
	void refusesSignInsWithTheReasonWhileTheClusterCannotBeAsked() {
		network.cut();
		Answer answer = new PageReader(portal.address()).signIn("some-token");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(15));
		assertThat(answer.body()).contains("can’t be reached");
	}

}
