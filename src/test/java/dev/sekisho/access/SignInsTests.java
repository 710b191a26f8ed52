package dev.sekisho.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.cluster.WriteOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas of the portal on one sandbox.
 */
class SignInsTests {

	private static final ResourceKind SECRET = new ResourceKind("", List.of("v1"), "Secret", "secrets", true);

	private static SandboxCluster sandbox;

	private static Cluster second;

	private final HandClock clock = new HandClock();

	private final SignIns signIns = replica(sandbox.cluster());

	private final SignIns other = replica(second);

	@BeforeAll
	static void start(@TempDir Path folder) {
		sandbox = SandboxCluster.start(folder);
		second = sandbox.connect();
	}

	@AfterAll
	static void stop() throws Exception {
		((AutoCloseable) second).close();
		sandbox.close();
	}

	@Test
	void givesEachSignInASecretThatNobodyGuesses() {
		String first = begin("alice");
		String another = begin("alice");
		assertThat(first).isNotEqualTo(another).matches("[A-Za-z0-9_-]{64}");
		assertThat(this.signIns.find(first))
			.hasValueSatisfying((signIn) -> assertThat(signIn.identity()).isEqualTo(caller("alice").identity()));
		assertThat(this.signIns.find("guessed")).isEmpty();
		assertThat(this.signIns.find("A".repeat(64))).isEmpty();
	}

	@Test
	void endsWhenNotUsedForAWhile() {
		String secret = begin("alice");
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(this.signIns.find(secret)).isPresent();
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(this.signIns.find(secret)).isPresent();
		this.clock.pass(Duration.ofMinutes(30));
		assertThat(this.signIns.find(secret)).isEmpty();
	}

	@Test
	void endsAfterEightHoursHoweverBusy() {
		String secret = begin("alice");
		for (int quarter = 1; quarter < 8 * 4; quarter++) {
			this.clock.pass(Duration.ofMinutes(15));
			assertThat(this.signIns.find(secret)).isPresent();
		}
		this.clock.pass(Duration.ofMinutes(15));
		assertThat(this.signIns.find(secret)).isEmpty();
	}

	@Test
	void goesOnAtAnotherReplicaWithTheSameToken() {
		String secret = begin("alice");
		assertThat(this.other.find(secret)).hasValueSatisfying((signIn) -> {
			assertThat(signIn.token()).isEqualTo("token-of-alice");
			assertThat(signIn.renewal()).isEqualTo("renewal-of-alice");
		});
		this.other.end(secret);
		this.signIns.forget(secret);
		assertThat(this.signIns.find(secret)).isEmpty();
	}

	@Test
	void countsUseAtAnyReplica() {
		String secret = begin("alice");
		for (int round = 0; round < 3; round++) {
			this.clock.pass(Duration.ofMinutes(20));
			assertThat(this.other.find(secret)).isPresent();
		}
		this.signIns.forget(secret);
		assertThat(this.signIns.find(secret)).isPresent();
	}

	@Test
	void takesANewTokenEverywhere() {
		String secret = begin("alice");
		this.signIns.renew(secret, "newer-token", null);
		assertThat(this.other.find(secret)).hasValueSatisfying((signIn) -> {
			assertThat(signIn.token()).isEqualTo("newer-token");
			assertThat(signIn.renewal()).isEqualTo("renewal-of-alice");
		});
	}

	@Test
	void endsEverywhereForOnePerson() {
		String laptop = begin("alice");
		String phone = this.other.begin(caller("alice"), "token-of-alice", null);
		String somebody = begin("bob");
		this.signIns.endAll("alice");
		this.other.forget(phone);
		assertThat(this.signIns.find(laptop)).isEmpty();
		assertThat(this.other.find(phone)).isEmpty();
		assertThat(this.signIns.find(somebody)).isPresent();
	}

	@Test
	void tellsAtOnceWhoWaitsForTheEnd() {
		AtomicInteger told = new AtomicInteger();
		String secret = begin("alice");
		this.signIns.await(key(secret), told::incrementAndGet);
		this.signIns.await(key(secret), told::incrementAndGet).run();
		this.signIns.await(key(begin("bob")), told::incrementAndGet);
		this.signIns.end(secret);
		assertThat(told).hasValue(1);
	}

	@Test
	void hearsOfASignOutAtAnotherReplica() {
		AtomicInteger told = new AtomicInteger();
		String secret = begin("alice");
		String somebody = begin("bob");
		assertThat(this.signIns.find(secret)).isPresent();
		this.signIns.await(key(secret), told::incrementAndGet);
		this.signIns.await(key(somebody), told::incrementAndGet);
		Awaitility.await().untilAsserted(() -> {
			this.other.endAll("alice");
			assertThat(told).hasValue(1);
			assertThat(this.signIns.find(secret)).isEmpty();
		});
		assertThat(this.signIns.find(somebody)).isPresent();
	}

	@Test
	void looksAtASignInWithoutUsingIt() {
		String secret = begin("alice");
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(this.signIns.lasts(key(secret))).isTrue();
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.signIns.lasts(key(secret))).isFalse();
		String ended = begin("alice");
		this.signIns.end(ended);
		assertThat(this.signIns.lasts(key(ended))).isFalse();
	}

	@Test
	void keepsNothingInTheClusterThatOpensASignIn() {
		String secret = begin("alice");
		GenericKubernetesResource kept = secrets().get(secrets().size() - 1);
		String text = kept + new String(Base64.getDecoder().decode(kept.<String>get("data", "sign-in")),
				StandardCharsets.ISO_8859_1);
		assertThat(text).doesNotContain("token-of", "renewal-of", "alice", secret.substring(0, 22),
				secret.substring(22));
		assertThat(kept.getMetadata().getLabels()).containsKey(SignInSecrets.USER);
	}

	@Test
	void opensNoSecretWithAnotherKeyOrWithTheContentOfAnother() {
		String secret = begin("alice");
		GenericKubernetesResource alices = secrets().get(0);
		String idOfOneKeyOfAnother = secret.substring(0, 21) + "A".repeat(43);
		assertThat(this.other.find(idOfOneKeyOfAnother)).isEmpty();
		String bobs = begin("bob");
		secrets().stream()
			.filter((each) -> !each.getMetadata().getName().equals(alices.getMetadata().getName()))
			.forEach((each) -> {
				each.setAdditionalProperty("data", alices.get("data"));
				sandbox.cluster().asPortal().replace(SECRET, each, WriteOptions.STORE);
			});
		assertThat(this.other.find(bobs)).isEmpty();
		assertThat(this.other.find(secret)).isPresent();
	}

	@Test
	void sweepsWhatIsOverAndNothingElse() {
		begin("alice");
		this.clock.pass(Duration.ofMinutes(29));
		String young = begin("bob");
		this.clock.pass(Duration.ofMinutes(1));
		this.other.sweep();
		assertThat(secrets()).hasSize(1);
		assertThat(this.signIns.find(young)).isPresent();
	}

	@Test
	void keepsTheTokenOutOfTexts() {
		String secret = begin("alice");
		assertThat(caller("alice")).asString().contains("alice").doesNotContain("token-of");
		assertThat(this.signIns.find(secret)).asString().contains("alice").doesNotContain("token-of", "renewal-of");
		assertThat(SignInKey.of(secret)).asString().doesNotContain(secret);
	}

	@BeforeEach
	void deleteAll() {
		secrets().forEach((secret) -> sandbox.as("admin")
			.delete(SECRET, new ObjectKey(secret.getMetadata().getNamespace(), secret.getMetadata().getName()),
					secret.getMetadata().getUid(), null, WriteOptions.STORE));
	}

	private static SignInKey key(String secret) {
		return SignInKey.of(secret).orElseThrow();
	}

	private String begin(String username) {
		return this.signIns.begin(caller(username), "token-of-" + username, "renewal-of-" + username);
	}

	private SignIns replica(Cluster cluster) {
		AccessSettings settings = new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(8), "sekisho", null, null,
				ImpersonationSettings.NOBODY);
		return new SignIns(new SignInSecrets(cluster, settings), settings, this.clock);
	}

	private static List<GenericKubernetesResource> secrets() {
		return sandbox.as("admin").list(SECRET, "sekisho");
	}

	private static Caller caller(String username) {
		return new Caller(new Identity(username, "", Set.of("team")), new Credential.Token("token-of-" + username));
	}

	private static final class HandClock extends Clock {

		private Instant now = Instant.parse("2026-02-11T12:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
