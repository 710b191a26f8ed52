package dev.sekisho.access;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.cluster.Identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImpersonationSettingsTests {

	private final ImpersonationSettings settings = new ImpersonationSettings(Set.of("oidc:alice"), Set.of("team-a"),
			Set.of("ci/deployer"));

	@Test
	void leavesOutTheUidAndTheGroupsThatAreNotListed() {
		Identity alice = new Identity("oidc:alice", "42", Set.of("team-a", "staff", "system:authenticated"));
		assertThat(this.settings.of(alice)).contains(new Identity("oidc:alice", "", Set.of("team-a")));
	}

	@Test
	void leavesTheGroupsOfAServiceAccountToTheApiServer() {
		Identity deployer = new Identity("system:serviceaccount:ci:deployer", "7",
				Set.of("system:serviceaccounts", "system:serviceaccounts:ci"));
		assertThat(this.settings.of(deployer)).contains(new Identity(deployer.username(), "", Set.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc:Alice", "oidc:alice ", "alice", "bob", "system:serviceaccount:ci:other",
			"system:serviceaccount:kube-system:deployer", "system:admin" })
	void knowsNobodyElse(String name) {
		assertThat(this.settings.of(new Identity(name, "", Set.of("team-a")))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "system:masters", "system:serviceaccounts:ci", "system:", " padded", "padded ", "",
			"\u0430lice", "two\nlines" })
	void holdsNothingOfTheSystemAndNothingAHeaderCannotHold(String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ImpersonationSettings(Set.of(name), Set.of(), Set.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ImpersonationSettings(Set.of("alice"), Set.of(name), Set.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ImpersonationSettings(Set.of(), Set.of(), Set.of(name)));
	}

	@Test
	void belongsToAnAudience() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(null, this.settings));
		assertThatIllegalArgumentException().isThrownBy(() -> settings("sekisho", ImpersonationSettings.NOBODY));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings("sekisho", new ImpersonationSettings(Set.of(), Set.of("team-a"), Set.of())));
		assertThat(settings("sekisho", this.settings).audience()).isEqualTo("sekisho");
		assertThat(settings(" ", ImpersonationSettings.NOBODY).audience()).isNull();
	}

	private static AccessSettings settings(String audience, ImpersonationSettings impersonation) {
		return new AccessSettings(Duration.ofHours(2), Duration.ofHours(8), "sekisho", null, audience, impersonation);
	}

}
