package dev.sekisho.web;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class KeptFormTests {

	@Test
	void keepsAllThatWasTypedAndNothingSecret() {
		MockHttpServletRequest request = form();
		request.addParameter("host", "*", "shop.example.com");
		request.addParameter("reason", "a & b = c\n関所 %00+");
		request.addParameter("_csrf", "secret");
		request.addParameter("token", "secret");
		assertThat(KeptForm.of(request)).hasValueSatisfying((form) -> {
			assertThat(form.fields()).containsExactly(new KeptForm.Field("host", "*"),
					new KeptForm.Field("host", "shop.example.com"), new KeptForm.Field("reason", "a & b = c\n関所 %00+"));
			assertThat(KeptForm.decode(form.action(), form.encoded())).hasValue(form);
		});
	}

	@Test
	void keepsFormsOnly() {
		MockHttpServletRequest json = form();
		json.setContentType("application/json");
		MockHttpServletRequest read = form();
		read.setMethod("GET");
		assertThat(KeptForm.of(json)).isEmpty();
		assertThat(KeptForm.of(read)).isEmpty();
	}

	@Test
	void goesNowhereElse() {
		assertThat(KeptForm.decode("//evil.example/x", "a=b")).isEmpty();
		assertThat(KeptForm.decode("/changes", "a=%ZZ")).isEmpty();
		assertThat(KeptForm.decode(null, "a=b")).isEmpty();
	}

	private static MockHttpServletRequest form() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/changes");
		request.setContentType("application/x-www-form-urlencoded;charset=UTF-8");
		return request;
	}

}
