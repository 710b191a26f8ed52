package dev.sekisho.chain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressRangeTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.0.1", "10.1.2.0/23, 10.1.3.255", "10.1.2.3/32, 10.1.2.3", "0.0.0.0/0, 8.8.8.8",
			"fd12::/16, fd12:1::5", "10.0.0.0/8, ::ffff:10.0.0.1", "127.0.0.0/8, 127.0.0.1", "::1/128, ::1" })
	void admitsWhatLiesInIt(String range, String address) {
		assertThat(admits(range, address)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 11.0.0.1", "10.1.2.0/23, 10.1.4.0", "10.1.2.3/32, 10.1.2.2", "10.0.0.0/8, fd12::1",
			"fd12::/16, fd13::1" })
	void refusesWhatLiesOutside(String range, String address) {
		assertThat(admits(range, address)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0/0, 169.254.169.254", "169.254.0.0/16, 169.254.169.254", "169.254.169.254/32, 169.254.169.254",
			"0.0.0.0/0, ::ffff:169.254.169.254", "0.0.0.0/0, 127.0.0.1", "0.0.0.0/0, 0.0.0.0", "0.0.0.0/0, 224.0.0.1",
			"::/0, ::1", "::/0, ::", "::/0, fe80::1", "::/0, fd00:ec2::254", "fd00:ec2::/32, fd00:ec2::254",
			"::/0, ff02::1" })
	void refusesWhatNobodyMayMean(String range, String address) {
		assertThat(admits(range, address)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "localhost/8", "10.0.0/8",
			"fd12::/129", "/8" })
	void isReadStrictly(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
	}

	@Test
	void looksUpNoNames() {
		assertThat(AddressRange.address("localhost")).isEmpty();
		assertThat(AddressRange.address("metadata.internal")).isEmpty();
		assertThat(AddressRange.address("999.1.1.1")).isEmpty();
		assertThat(AddressRange.address("fe80::1%eth0")).isEmpty();
		assertThat(AddressRange.address("")).isEmpty();
	}

	private static boolean admits(String range, String address) {
		return AddressRange.parse(range).admits(AddressRange.address(address).orElseThrow());
	}

}
