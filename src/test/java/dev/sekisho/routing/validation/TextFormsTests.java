package dev.sekisho.routing.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Durations, addresses and names as Go reads them.
 */
class TextFormsTests {

	@ParameterizedTest
	@CsvSource({ "0, 0", "1ns, 1", "1.5ms, 1500000", ".5s, 500000000", "5.s, 5000000000", "1h30m, 5400000000000",
			"-1s, -1000000000", "+2us, 2000", "1µs, 1000", "1s1s, 2000000000" })
	void readsDurations(String text, long nanoseconds) {
		assertThat(GoDuration.parse(text)).isEqualTo(nanoseconds);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "s", ".s", "1d", "1 s", "1S", "--1s", "1s ", "99999999999h", "1e3s" })
	void refusesOtherDurations(String text) {
		assertThat(GoDuration.parse(text)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.2.3.4", "0.0.0.0", "::", "::1", "1::", "fe80::1%eth0", "::ffff:1.2.3.4",
			"1:2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4" })
	void readsAddresses(String text) {
		assertThat(IpText.isAddress(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4%eth0", ":::", "1::2::3", "12345::",
			"1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1%", ":1", "1:" })
	void refusesOtherAddresses(String text) {
		assertThat(IpText.isAddress(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, true", "10.0.0.1/33, false", "::/128, true", "::/129, false", "10.0.0.0/08, false",
			"10.0.0.1, true", "10.0.0.0/, false", "10.0.0.0/8/9, false" })
	void readsSubnets(String text, boolean valid) {
		assertThat(IpText.isSubnet(text)).isEqualTo(valid);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "a", "*a", "*-a.com", "*.a.com", "a.com.", "A.com", "a.1a", "xn--bcher-kva.example" })
	void takesDomains(String text) {
		assertThat(DnsName.isWildcardDomain(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "a..com", "-a.com", "a-.com", "a_b.com", "a.*", "*.*.com", "a.123", "a.+1",
			"10.0.0.1", "a.com:80", "ü.com", "**.com", "*-" })
	void refusesOtherDomains(String text) {
		assertThat(DnsName.isWildcardDomain(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "outbound_.80_._.e2e.foobar.mesh, true", "outbound_.x_._.e2e, false", "outbound_.80_._.1, false",
			"outbound_.80, false", "a.com, true" })
	void takesServerNames(String text, boolean valid) {
		assertThat(DnsName.isServerName(text)).isEqualTo(valid);
	}

}
