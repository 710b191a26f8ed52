package dev.sekisho.web;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FlashCookiesTests {

	private final FlashCookies flashes = new FlashCookies();

	@Test
	void carriesASentenceToThePageItIsForAndOnlyOnce() {
		Cookie carried = carry(Flash.success("review.done.approve", "orders-1", "関所"), false);
		assertThat(arrive("/changes", carried)).isNull();
		assertThat(arrive("/reviews", carried)).isEqualTo(Flash.success("review.done.approve", "orders-1", "関所"));
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.flashes.retrieveAndUpdate(request("/reviews", carried), response);
		assertThat(response.getCookie("sekisho-flash").getMaxAge()).isZero();
	}

	@Test
	void isAHostCookieOverHttps() {
		Cookie carried = carry(Flash.info("a"), true);
		assertThat(carried.getName()).isEqualTo("__Host-sekisho-flash");
		assertThat(carried.getSecure()).isTrue();
		assertThat(carried.isHttpOnly()).isTrue();
		assertThat(carried.getPath()).isEqualTo("/");
		assertThat(carried.getDomain()).isNull();
	}

	@Test
	void ignoresWhatItDidNotWrite() {
		for (String value : new String[] { "x", "W10", "bnVsbA", "eyJhIjoxfQ", "!!", "W3sicGF0aCI6MX1d" }) {
			assertThat(arrive("/reviews", new Cookie("sekisho-flash", value))).as(value).isNull();
		}
	}

	@Test
	void carriesNothingElse() {
		FlashMap map = new FlashMap();
		map.put("form", "typed");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.flashes.saveOutputFlashMap(map, request("/x", null), new MockHttpServletResponse()));
	}

	private Cookie carry(Flash flash, boolean secure) {
		FlashMap map = new FlashMap();
		map.setTargetRequestPath("/reviews");
		map.put(Flash.NAME, flash);
		MockHttpServletRequest request = request("/changes", null);
		request.setSecure(secure);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.flashes.saveOutputFlashMap(map, request, response);
		return response.getCookies()[0];
	}

	private Object arrive(String path, Cookie cookie) {
		FlashMap map = this.flashes.retrieveAndUpdate(request(path, cookie), new MockHttpServletResponse());
		return (map != null) ? map.get(Flash.NAME) : null;
	}

	private static MockHttpServletRequest request(String path, Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		if (cookie != null) {
			request.setCookies(cookie);
		}
		return request;
	}

}
