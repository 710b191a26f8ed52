package dev.sekisho.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTests {

	@Test
	void showsWhatCannotBeSeen() {
		assertThat(VisibleText.of("a\nb\u0000c\u202ed\u200be\u2028f"))
			.isEqualTo("a\\u000ab\\u0000c\\u202ed\\u200be\\u2028f");
		assertThat(VisibleText.of("\ud800 \udb40\udc41")).isEqualTo("\\ud800 \\u{e0041}");
	}

	@Test
	void leavesWordsOfAnyLanguage() {
		assertThat(VisibleText.of("関所 — naïve <b> 😀")).isEqualTo("関所 — naïve <b> 😀");
	}

}
