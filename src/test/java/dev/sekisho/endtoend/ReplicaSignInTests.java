package dev.sekisho.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.PortalProcess;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two replicas on a real API server, with no more rights than the chart gives: a sign-in
 * goes on when the replica that made it is killed, and signing out everywhere reaches
 * every replica at once, open streams included.
 */
class ReplicaSignInTests {

	private static ChartCluster cluster;

	private static PortalProcess first;

	private static PortalProcess second;

	@BeforeAll
	static void startTwoReplicas() {
		cluster = ChartCluster.shared();
		// Other tests sign in on this cluster too.
		secrets().forEach((secret) -> cluster.as("admin").resource(secret).delete());
		first = replica("first");
		second = replica("second");
	}

	@AfterAll
	static void stop() {
		for (PortalProcess portal : List.of(first, second)) {
			portal.close();
		}
	}

	@Test
	void keepsASignInWhenItsReplicaIsKilledAndEndsItEverywhere() {
		String token = cluster.config("alice").getAutoOAuthToken();
		PageReader laptop = new PageReader(first.address());
		PageReader phone = new PageReader(second.address());
		assertThat(laptop.signIn(token).status()).isEqualTo(302);
		assertThat(phone.signIn(token).status()).isEqualTo(302);
		assertThat(secrets()).hasSize(2)
			.allSatisfy((secret) -> assertThat(
					secret + new String(Base64.getDecoder().decode(secret.getData().get("sign-in"))))
				.doesNotContain(token, "alice"));

		first.kill();
		PageReader moved = laptop.at(second.address());
		assertThat(moved.get("/changes").status()).isEqualTo(200);

		PortalProcess third = replica("third");
		try {
			PageReader atThird = laptop.at(third.address());
			assertThat(atThird.get("/changes").status()).isEqualTo(200);
			CompletableFuture<String> stream = atThird.stream("/api/v1/events");
			assertThat(phone.submit("/changes", "/logout/everywhere", Map.of()).location())
				.endsWith("/login?left=everywhere");
			assertThat(secrets()).isEmpty();
			assertThat(phone.get("/changes").status()).isEqualTo(302);
			assertThat(stream).succeedsWithin(Duration.ofSeconds(5)).asString().contains("event:hello");
			await().atMost(Duration.ofSeconds(5))
				.untilAsserted(() -> assertThat(atThird.get("/changes").status()).isEqualTo(302));
			assertThat(first.log() + second.log() + third.log()).doesNotContain(token);
		}
		finally {
			third.close();
		}
	}

	private static List<Secret> secrets() {
		return cluster.as("admin")
			.secrets()
			.inNamespace(RenderedChart.NAMESPACE)
			.withField("type", "sekisho.dev/session")
			.list()
			.getItems();
	}

	private static PortalProcess replica(String name) {
		Config config = cluster.config("admin");
		return PortalProcess.inCluster(Path.of("target", "replicas", name), config, URI.create(config.getMasterUrl()),
				cluster.portalToken(), "sekisho.cluster.name=replicas",
				"server.tomcat.basedir=target/replicas/" + name);
	}

}
