package dev.sekisho.endtoend;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import dev.sekisho.access.web.RunningPortal;
import dev.sekisho.endtoend.PageReader.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody of the platform team edits a shared gateway.
 */
@RunningPortal
class SharedGatewayEditTests {

	private static final String EDIT = "/gateways/sample-gateway/edit";

	private final PageReader alice;

	private final PageReader carol;

	private final PageReader dan;

	private String original = "";

	SharedGatewayEditTests(@LocalServerPort int port) {
		URI portal = URI.create("http://localhost:" + port);
		this.alice = new PageReader(portal);
		this.carol = new PageReader(portal);
		this.dan = new PageReader(portal);
	}

	@BeforeEach
	void signIn() {
		this.alice.signIn("sandbox-alice");
		this.carol.signIn("sandbox-carol");
		this.dan.signIn("sandbox-dan");
		this.original = text(this.carol.get(EDIT), "opened");
		assertThat(this.original).contains("/api/v1/{namespace}");
	}

	@AfterEach
	void putBack() {
		String now = text(this.carol.get(EDIT), "opened");
		if (!now.equals(this.original)) {
			assertThat(save(this.carol, now, this.original).status()).isEqualTo(302);
		}
	}

	@Test
	void tellsWhoMayNotEditItWhy() {
		assertThat(this.alice.get("/gateways/sample-gateway").body())
			.contains("Only for who may update it (role sekisho-platform)")
			.doesNotContain(EDIT);
		assertThat(this.alice.get(EDIT).status()).isEqualTo(403);
		assertThat(this.carol.get("/gateways/sample-gateway").body()).contains(EDIT);
		assertThat(this.carol.get("/gateways/nowhere/edit").status()).isEqualTo(404);
	}

	@Test
	void showsTheRoutesThatWouldLoseTheirClaimBeforeTheyDo() {
		Answer shown = review(this.carol, this.original, this.original.replace("    - payments\n", ""));
		assertThat(shown.body()).contains("The API server accepts it.", "payments/", "routes lose their claim")
			.doesNotContain("??");
		assertThat(text(this.carol.get(EDIT), "opened")).isEqualTo(this.original);
	}

	@Test
	void savesInTheNameOfWhoPresses() {
		String wanted = this.original.replace("/api/v2/{namespace}", "/api/v3/{namespace}");
		assertThat(save(this.carol, this.original, wanted).location()).endsWith("/gateways/sample-gateway");
		assertThat(this.carol.get("/gateways/sample-gateway").body())
			.contains("Shared gateway sample-gateway is saved.");
		assertThat(text(this.dan.get(EDIT), "opened")).isEqualTo(wanted);
	}

	@Test
	void overwritesNothingThatSomebodyElseSavedMeanwhileAndKeepsWhatWasTyped() {
		String mine = this.original.replace("/api/v2/{namespace}", "/api/mine/{namespace}");
		Answer shown = review(this.carol, this.original, mine);
		String theirs = this.original.replace("/api/v2/{namespace}", "/api/theirs/{namespace}");
		assertThat(save(this.dan, this.original, theirs).status()).isEqualTo(302);
		Answer refused = press(this.carol, shown, "save");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("Nothing was saved. What you typed is kept.", "theirs");
		assertThat(text(refused, "yaml")).isEqualTo(mine);
		assertThat(text(this.carol.get(EDIT), "opened")).isEqualTo(theirs);
		Answer rebased = press(this.carol, refused, "rebase");
		assertThat(press(this.carol, rebased, "save").status()).isEqualTo(302);
		assertThat(text(this.carol.get(EDIT), "opened")).isEqualTo(mine);
	}

	@Test
	void saysWhatIsWrongWhereItIs() {
		Map<String, String> form = new LinkedHashMap<>(Map.of("mode", "form", "yaml", this.original, "opened",
				this.original, "name", "sample-gateway", "gateway.namespace", "istio-ingress", "gateway.name",
				"sample-gateway", "claims", "listed", "claims[0].by", "labels", "claims[0].who", "tier in (front"));
		form.putAll(Map.of("claims[0].hosts", "*", "claims[0].pathPrefixes", "/api", "approval", "Always", "delivery",
				"Apply"));
		Answer refused = this.carol.submit(EDIT, EDIT, form);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"claims-0-who-error\"", "tier in (front");
		form.put("claims[0].by", "names");
		form.put("claims[0].who", "service-a");
		form.put("claims[0].pathPrefixes", "no-slash");
		Answer invalid = this.carol.submit(EDIT, EDIT, form);
		assertThat(invalid.status()).isEqualTo(422);
		assertThat(invalid.body()).contains("id=\"claims-0-pathPrefixes-error\"");
	}

	@Test
	void takesNoTextThatIsNoSharedGateway() {
		for (String text : new String[] { "", "a: [", "kind: Secret", "&a [*a]",
				this.original.replace("name: sample-gateway", "name: <script>alert(1)</script>") }) {
			Answer refused = review(this.carol, this.original, text);
			assertThat(refused.status()).as(text).isEqualTo(422);
			assertThat(refused.body()).as(text).contains("form=\"form\"").doesNotContain("<script>alert");
		}
	}

	@Test
	void makesNoSecondOneOfTheSameName() {
		Answer shown = this.carol.submit("/new-gateway", "/new-gateway",
				Map.of("mode", "yaml", "opened", "", "yaml", this.original));
		assertThat(shown.body()).contains("There is a SharedGateway of this name already.");
		assertThat(text(shown, "yaml")).isEqualTo(this.original);
	}

	private Answer review(PageReader reader, String opened, String wanted) {
		return reader.submit(EDIT, EDIT, Map.of("mode", "yaml", "opened", opened, "yaml", wanted));
	}

	private Answer save(PageReader reader, String opened, String wanted) {
		return press(reader, review(reader, opened, wanted), "save");
	}

	private Answer press(PageReader reader, Answer page, String step) {
		return reader.post(page, EDIT, Map.of("mode", "yaml", "opened", text(page, "opened"), "yaml",
				text(page, "yaml"), "mark", mark(page), "step", step));
	}

	private static String text(Answer page, String name) {
		Matcher matcher = Pattern.compile("<textarea name=\"" + name + "\" hidden[^>]*>\n?([^<]*)</textarea>")
			.matcher(page.body());
		assertThat(matcher.find()).as(name + " in " + page.body()).isTrue();
		return HtmlUtils.htmlUnescape(matcher.group(1));
	}

	private static String mark(Answer page) {
		Matcher matcher = Pattern.compile("name=\"mark\" value=\"([^\"]*)\"").matcher(page.body());
		return matcher.find() ? matcher.group(1) : "";
	}

}
