package dev.sekisho.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/routes", "/routes?q=a%20b&page=2", "/chains/orders/orders#hop", "/a//b",
			"/routes?next=https://evil.example" })
	void takesAddressesWithinThePortal(String address) {
		assertThat(LocalPath.isOne(address)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "routes", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
			"https://evil.example", "https:evil.example", "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example",
			" /routes", "/%", "/..//evil.example", "/.//evil.example", "/a/..//evil.example" })
	void refusesAddressesThatLeadElsewhere(String address) {
		assertThat(LocalPath.isOne(address)).isFalse();
	}

}
