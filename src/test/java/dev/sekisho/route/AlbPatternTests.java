package dev.sekisho.route;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlbPatternTests {

	@ParameterizedTest
	@CsvSource({ "/*, /, true", "/*, /a/b, true", "/a, /a, true", "/a, /A, false", "/a, /a/, false", "/a?c, /abc, true",
			"/a?c, /ac, false", "*.example.com, api.example.com, true", "*.example.com, example.com, false",
			"/a/*/z, /a/b/c/z, true", "/a/*/z, /a/z, false", "**, x, true" })
	void matchesAsTheLoadBalancerDoes(String pattern, String text, boolean matches) {
		assertThat(new AlbPattern(pattern).matches(text)).isEqualTo(matches);
	}

	@ParameterizedTest
	@CsvSource({ "/*, /a*, true", "/a/*, /a*, true", "/b*, /a*, false", "/a/b, /a*, true", "/a, /a/*, false",
			"*/x, /a*, true", "/?x, /ax*, true", "/?y, /ax*, false", "*, *, true", "/a*c, /a*d, false" })
	void meetsWhereATextMatchesBoth(String one, String other, boolean meets) {
		assertThat(new AlbPattern(one).meets(new AlbPattern(other))).isEqualTo(meets);
		assertThat(new AlbPattern(other).meets(new AlbPattern(one))).isEqualTo(meets);
	}

	@ParameterizedTest
	@CsvSource({ "/*, /a, true", "/a*, /a, true", "/a/*, /a, false", "/a, /a, false", "/b*, /a, false" })
	void coversAPrefixOnlyWithAClosingStar(String pattern, String prefix, boolean covers) {
		assertThat(new AlbPattern(pattern).coversPrefix(prefix)).isEqualTo(covers);
	}

}
