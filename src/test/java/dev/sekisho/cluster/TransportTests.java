package dev.sekisho.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ClusterException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Calls are bounded, repeated only where that does no harm, and say what happened.
 */
class TransportTests {

	private static final ObjectKey KEY = new ObjectKey("service-a", "x");

	private static final String CONFIG_MAP = """
			{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"namespace": "service-a", "name": "x"}}""";

	@Test
	void aReadIsRepeatedWhileTheApiServerIsBusy() {
		try (ScriptedServer server = new ScriptedServer(
				(exchange, count) -> ScriptedServer.reply(exchange, (count < 3) ? 503 : 200, CONFIG_MAP))) {
			assertThat(server.connect(true).asPortal().read(ResourceKind.CONFIG_MAP, KEY)).isPresent();
			assertThat(server.requests()).hasSize(3).containsOnly("GET /api/v1/namespaces/service-a/configmaps/x");
		}
	}

	@Test
	void aReadIsRepeatedTwiceAtMost() {
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> ScriptedServer.reply(exchange, 503, ""))) {
			fails(Reason.UNAVAILABLE, () -> server.connect(true).asPortal().read(ResourceKind.CONFIG_MAP, KEY));
			assertThat(server.requests()).hasSize(3);
		}
	}

	@Test
	void aWriteIsSentOnceWhateverHappens() {
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> ScriptedServer.reply(exchange, 503, ""))) {
			fails(Reason.UNAVAILABLE, () -> create(server));
			assertThat(server.requests()).hasSize(1);
		}
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> exchange.close())) {
			fails(Reason.UNAVAILABLE, () -> create(server));
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void aWriteNamesItsManagerAndWantsUnknownFieldsRefused() {
		try (ScriptedServer server = new ScriptedServer(
				(exchange, count) -> ScriptedServer.reply(exchange, 201, CONFIG_MAP))) {
			create(server);
			assertThat(server.requests()).containsExactly(
					"POST /api/v1/namespaces/service-a/configmaps?fieldManager=sekisho&fieldValidation=Strict");
		}
	}

	@Test
	void warningsAreHandedOn() {
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> {
			exchange.getResponseHeaders().add("Warning", "299 - \"a \\\"quoted\\\" word\"");
			exchange.getResponseHeaders().add("Warning", "299 istiod \"second\", 299 - \"third\"");
			exchange.getResponseHeaders().add("Warning", "199 - \"not ours\"");
			ScriptedServer.reply(exchange, 201, CONFIG_MAP);
		})) {
			assertThat(create(server).warnings()).containsExactlyInAnyOrder("a \"quoted\" word", "second", "third");
		}
	}

	@Test
	void aCallEndsInTimeWhenTheAnswerBreaksOff() {
		CountDownLatch over = new CountDownLatch(1);
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> halfAnAnswer(exchange, over))) {
			long start = System.nanoTime();
			fails(Reason.UNAVAILABLE, () -> server.connect(true).asPortal().read(ResourceKind.CONFIG_MAP, KEY));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2),
					Duration.ofSeconds(5));
			over.countDown();
		}
	}

	@Test
	void aLongPauseThatIsAskedForIsLeftToTheCaller() {
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> {
			exchange.getResponseHeaders().add("Retry-After", "30");
			ScriptedServer.reply(exchange, 429, "");
		})) {
			assertThatThrownBy(() -> server.connect(true).asPortal().read(ResourceKind.CONFIG_MAP, KEY))
				.isInstanceOfSatisfying(ClusterException.class, (ex) -> {
					assertThat(ex.reason()).isEqualTo(Reason.TOO_MANY_REQUESTS);
					assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(30));
				});
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void aRedirectIsNotFollowed() {
		try (ScriptedServer server = new ScriptedServer((exchange, count) -> {
			exchange.getResponseHeaders().add("Location", "/elsewhere");
			ScriptedServer.reply(exchange, 307, "");
		})) {
			fails(Reason.UNAVAILABLE, () -> server.connect(true).asPortal().read(ResourceKind.CONFIG_MAP, KEY));
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void nothingIsWrittenToAClusterThatIsReadOnly() {
		try (ScriptedServer server = new ScriptedServer(
				(exchange, count) -> ScriptedServer.reply(exchange, 200, CONFIG_MAP))) {
			ApiAccess portal = server.connect(false).asPortal();
			var object = Objects.json(CONFIG_MAP);
			object.getMetadata().setResourceVersion("1");
			for (WriteOptions options : List.of(WriteOptions.STORE, WriteOptions.DRY_RUN)) {
				fails(Reason.READ_ONLY, () -> portal.create(ResourceKind.CONFIG_MAP, object, options));
				fails(Reason.READ_ONLY, () -> portal.replace(ResourceKind.CONFIG_MAP, object, options));
				fails(Reason.READ_ONLY, () -> portal.delete(ResourceKind.CONFIG_MAP, KEY, "uid", null, options));
			}
			fails(Reason.READ_ONLY, () -> portal.replaceStatus(ResourceKind.CONFIG_MAP, object));
			assertThat(server.requests()).isEmpty();
			assertThat(portal.read(ResourceKind.CONFIG_MAP, KEY)).isPresent();
		}
	}

	@Test
	void aNameThatLeadsElsewhereIsNobodys() {
		try (ScriptedServer server = new ScriptedServer(
				(exchange, count) -> ScriptedServer.reply(exchange, 200, CONFIG_MAP))) {
			ApiAccess portal = server.connect(true).asPortal();
			assertThat(portal.read(ResourceKind.CONFIG_MAP, new ObjectKey("service-a", ".."))).isEmpty();
			assertThat(portal.read(ResourceKind.CONFIG_MAP, new ObjectKey("service-a", ""))).isEmpty();
			assertThat(server.requests()).isEmpty();
			portal.read(ResourceKind.CONFIG_MAP, new ObjectKey("service-a", "a/b?c#d%2e"));
			assertThat(server.requests())
				.containsExactly("GET /api/v1/namespaces/service-a/configmaps/a%2Fb%3Fc%23d%252e");
		}
	}

	@Test
	void noTokenIsEverPrinted() {
		assertThat(new Credential.Token("secret").toString()).doesNotContain("secret");
		assertThat(new Attachment.Access(io.fabric8.kubernetes.client.Config.empty(), "secret").toString())
			.doesNotContain("secret");
		assertThat(new ClusterEndpoint(java.net.URI.create("https://127.0.0.1"), "", "secret").toString())
			.doesNotContain("secret");
	}

	private static Written create(ScriptedServer server) {
		return server.connect(true)
			.asPortal()
			.create(ResourceKind.CONFIG_MAP, Objects.json(CONFIG_MAP), WriteOptions.STORE);
	}

	private static void halfAnAnswer(HttpExchange exchange, CountDownLatch over) throws IOException {
		exchange.sendResponseHeaders(200, 1000);
		exchange.getResponseBody().write('{');
		exchange.getResponseBody().flush();
		try {
			over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void fails(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(ClusterException.class,
				(ex) -> assertThat(ex.reason()).as(ex.getMessage()).isEqualTo(reason));
	}

}
