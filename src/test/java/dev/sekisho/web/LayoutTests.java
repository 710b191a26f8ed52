package dev.sekisho.web;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = GalleryPortal.class)
@AutoConfigureMockMvc
class LayoutTests {

	private final MockMvcTester mvc;

	LayoutTests(@Autowired MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@Test
	void marksThePresentSection() {
		assertThat(this.mvc.get().uri("/gallery")).hasStatusOk()
			.bodyText()
			.contains("<title>Components · Sekisho</title>", "aria-current=\"page\"", "This is a sandbox:")
			.doesNotContain("th:");
	}

	@Test
	void speaksTheLanguageOfTheBrowser() {
		assertThat(this.mvc.get().uri("/gallery").header("Accept-Language", "fr, ja;q=0.8")).bodyText()
			.contains("lang=\"ja\"", "本文へ移動", "lang=en");
	}

	@Test
	void remembersTheChosenLanguage() {
		assertThat(this.mvc.get().uri(URI.create("/gallery?q=a%20b&lang=ja"))).hasStatusOk()
			.cookies()
			.hasValue("sekisho-lang", "ja");
		assertThat(this.mvc.get().uri(URI.create("/gallery?q=a%20b&lang=ja"))).bodyText()
			.contains("/gallery?q=a%20b&amp;lang=en");
	}

	@Test
	void ignoresAnUnknownLanguage() {
		assertThat(this.mvc.get().uri("/gallery?lang=xx")).hasStatusOk().bodyText().contains("lang=\"en\"");
	}

	@Test
	void sendsAStrictPolicyWithEveryAnswer() {
		assertThat(this.mvc.get().uri("/gallery")).headers()
			.hasHeaderSatisfying("Content-Security-Policy",
					(values) -> assertThat(values).singleElement()
						.asString()
						.contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
						.doesNotContain("unsafe"));
	}

}
