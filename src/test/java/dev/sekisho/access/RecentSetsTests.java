package dev.sekisho.access;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;

import static org.assertj.core.api.Assertions.assertThat;

class RecentSetsTests {

	private static final Set<String> NAMES = Set.of("a", "b");

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void asksOnceWhileTheAnswerIsYoung() {
		RecentSets sets = new RecentSets(Duration.ofMinutes(1));
		assertThat(sets.get(caller("alice"), "see", NAMES, this::ask)).containsExactly("1");
		assertThat(sets.get(caller("alice"), "see", NAMES, this::ask)).containsExactly("1");
	}

	@Test
	void asksAgainForAnotherCallerRightOrSetOfNames() {
		RecentSets sets = new RecentSets(Duration.ofMinutes(1));
		sets.get(caller("alice"), "see", NAMES, this::ask);
		assertThat(sets.get(caller("bob"), "see", NAMES, this::ask)).containsExactly("2");
		assertThat(sets.get(caller("alice"), "author", NAMES, this::ask)).containsExactly("3");
		assertThat(sets.get(caller("alice"), "see", Set.of("a"), this::ask)).containsExactly("4");
	}

	@Test
	void asksAgainWhenTheAnswerIsOld() {
		RecentSets sets = new RecentSets(Duration.ZERO);
		assertThat(sets.get(caller("alice"), "see", NAMES, this::ask)).containsExactly("1");
		assertThat(sets.get(caller("alice"), "see", NAMES, this::ask)).containsExactly("2");
	}

	private Set<String> ask() {
		return Set.of(String.valueOf(this.asked.incrementAndGet()));
	}

	private static Caller caller(String name) {
		return new Caller(new Identity(name, "", Set.of()), new Credential.Token(name));
	}

}
