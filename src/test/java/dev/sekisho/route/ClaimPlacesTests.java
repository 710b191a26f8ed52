package dev.sekisho.route;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimPlacesTests {

	private static final Map<String, Map<String, String>> NAMESPACES = Map.of("a", Map.of("team", "one"), "b",
			Map.of("team", "one"), "c", Map.of("team", "two"));

	@Test
	void findsAPrefixInsideAnother() {
		assertThat(overlaps(named("/api", "a"), named("/api/x", "b"))).containsExactly(new ClaimOverlap("*",
				ClaimOverlap.Side.of(0, List.of("a"), "/api"), ClaimOverlap.Side.of(1, List.of("b"), "/api/x")));
	}

	@Test
	void findsTheSamePrefixHoweverItEnds() {
		assertThat(overlaps(named("/api", "a"), named("/api/", "b"))).hasSize(1);
		assertThat(overlaps(named("/", "a"), named("/api/", "b"))).singleElement()
			.extracting((overlap) -> overlap.outer().prefix())
			.isEqualTo("/");
	}

	@Test
	void comparesBySegment() {
		assertThat(overlaps(named("/api", "a"), named("/apis", "b"))).isEmpty();
	}

	@Test
	void namesTheNamespacesThatASelectorChooses() {
		Claim selected = new Claim(List.of(), new LabelSelector(Map.of("team", "one"), List.of()), List.of("*"),
				List.of("/api"));
		assertThat(overlaps(selected, named("/api/x", "a"))).singleElement().satisfies((overlap) -> {
			assertThat(overlap.outer().namespaces()).containsExactly("b");
			assertThat(overlap.inner().namespaces()).containsExactly("a");
		});
	}

	@Test
	void fillsInTheTemplate() {
		assertThat(overlaps(named("/api/{namespace}", "a", "b"), named("/api/b/x", "c"))).singleElement()
			.satisfies((overlap) -> assertThat(overlap.outer().namespaces()).containsExactly("b"));
		assertThat(overlaps(named("/api/{namespace}", "a", "b"), named("/v2/{namespace}", "c"))).isEmpty();
	}

	@Test
	void whatOneClaimGivesToSeveralIsSharedOnPurpose() {
		assertThat(overlaps(named("/api", "a", "b"))).isEmpty();
		assertThat(overlaps(named("/api", "a"), named("/api/x", "a"))).isEmpty();
	}

	@Test
	void otherHostsDoNotMeet() {
		assertThat(overlaps(named("/api", "a"), new Claim(List.of("b"), null, List.of("x.example.com"), List.of("/"))))
			.isEmpty();
	}

	@Test
	void theLongerPrefixHasTheBetterRight() {
		ClaimOverlap nested = overlaps(named("/api", "a"), named("/api/x", "b")).get(0);
		assertThat(nested.contested("a")).isTrue();
		assertThat(nested.contested("b")).isFalse();
		ClaimOverlap same = overlaps(named("/api", "a"), named("/api", "b")).get(0);
		assertThat(same.contested("b")).isTrue();
		assertThat(same.contested("c")).isFalse();
	}

	private static List<ClaimOverlap> overlaps(Claim... claims) {
		return new ClaimPlaces(Arrays.asList(claims), NAMESPACES.keySet(),
				(namespace) -> NAMESPACES.getOrDefault(namespace, Map.of()))
			.overlaps();
	}

	private static Claim named(String prefix, String... namespaces) {
		return new Claim(List.of(namespaces), null, List.of("*"), List.of(prefix));
	}

}
