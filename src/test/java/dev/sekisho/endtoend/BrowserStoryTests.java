package dev.sekisho.endtoend;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sekisho.testing.PortalProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The story as people live it, in a browser on the sandbox: a developer registers a
 * route, an SRE approves it, the developer's page moves to "Applied" by itself, and the
 * chain is shown.
 */
class BrowserStoryTests {

	private static Browser browser;

	private static PortalProcess portal;

	@BeforeAll
	static void start() {
		browser = Browser.start();
		portal = PortalProcess.start(Path.of("target", "browser", "portal.log"), Map.of(),
				"sekisho.sandbox.kubeconfig=target/browser/kubeconfig");
	}

	@AfterAll
	static void stop() {
		Optional.ofNullable(portal).ifPresent(PortalProcess::close);
		Optional.ofNullable(browser).ifPresent(Browser::close);
	}

	@ParameterizedTest
	@CsvSource({ "en, /api/v2/orders, Applied", "ja, /api/v2/service-a, 適用済み" })
	void aRouteIsRegisteredApprovedAppliedAndItsChainIsShown(String language, String path, String applied) {
		String namespace = path.substring(path.lastIndexOf('/') + 1);
		Page author = signedIn("alice", language, true);
		Browser.assertAccessible(author);
		fillIn(author, namespace, namespace + "-" + language, path);
		Locator yaml = author.locator("#yaml-view");
		assertThat(yaml).containsText(Pattern.compile("prefix: " + path + "/"));
		Browser.assertAccessible(author);
		String change = send(author, "First release");
		Browser.assertAccessible(author);

		Page reviewer = signedIn("carol", language, true);
		reviewer.navigate(address("/reviews"));
		Browser.assertAccessible(reviewer);
		reviewer.locator("a[href$='" + change.replace("/changes/", "/reviews/") + "']").first().click();
		Browser.assertAccessible(reviewer);
		approve(reviewer);

		// Nobody touches the author's page: the stream of hints moves it.
		assertThat(author.locator("main")).containsText(applied);
		assertThat(author.navigate(address("/chains/" + namespace + "/" + namespace + "-" + language)).status())
			.isEqualTo(200);
		assertThat(author.locator(".sk-chain > li")).hasCount(7);
		Browser.assertAccessible(author);
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	void everythingWorksWithoutScript() {
		Page author = signedIn("bob", "en", false);
		author.navigate(address("/register?namespace=payments"));
		author.locator("#namespace").selectOption("payments");
		author.locator("[name='destinations[0].service']").fill("payments");
		author.locator("[name='destinations[0].port']").fill("80");
		author.locator("[name='name']").fill("payments-plain");
		author.locator("[name='matches[0].path.value']").fill("/api/v2/payments");
		author.locator("button[data-main-action]").click();
		assertThat(author.locator("main")).containsText("payments-plain");
		author.locator("#reason").fill("Without script");
		author.locator("#draft button[data-main-action]").click();
		String change = author.url().replaceFirst(".*(/changes/payments/[^?#]+).*", "$1");
		assertThat(author.locator("main")).containsText("Pending");

		Page reviewer = signedIn("dan", "en", false);
		reviewer.navigate(address(change.replace("/changes/", "/reviews/")));
		reviewer.locator("button[name=decision][value=reject]").click();
		assertThat(reviewer.locator("#reason-error")).isVisible();
		reviewer.locator("#reason").fill("Use the existing route");
		reviewer.locator("button[name=decision][value=reject]").click();

		author.reload();
		assertThat(author.locator("main")).containsText("Use the existing route");
		assertThat(author.locator("main")).containsText("Rejected");
	}

	@Test
	void whatSomebodyElseMaySeeOnlyIsNotShown() {
		Page other = signedIn("bob", "en", true);
		assertThat(other.locator("main")).not().containsText("orders-virtual-service");
		assertThat(other.navigate(address("/chains/orders/orders-virtual-service")).status()).isEqualTo(404);
		assertThat(other.navigate(address("/reviews/orders/anything")).status()).isEqualTo(404);
	}

	private static Page signedIn(String person, String language, boolean script) {
		Page page = browser.window(language, script);
		page.navigate(address("/login"));
		page.locator("button[name=user][value=" + person + "]").click();
		assertThat(page.locator("main table")).isVisible();
		return page;
	}

	private static void fillIn(Page page, String namespace, String name, String path) {
		page.locator("a[href*='/register']").first().click();
		page.locator("#namespace").selectOption(namespace);
		page.locator("[name='destinations[0].service']").fill(namespace);
		page.locator("[name='destinations[0].port']").fill("80");
		page.locator("[name='name']").fill(name);
		page.locator("[name='matches[0].path.value']").fill(path);
	}

	private static String send(Page page, String reason) {
		page.locator("button[data-main-action]").click();
		page.locator("#reason").fill(reason);
		page.locator("#draft button[data-main-action]").click();
		page.waitForURL(Pattern.compile(".*/changes/.*"));
		return page.url().replaceFirst(".*(/changes/[^?#]+).*", "$1");
	}

	private static void approve(Page page) {
		for (Locator box : page.locator("[name=acknowledged]").all()) {
			box.check();
		}
		page.locator("button[name=decision][value=approve]").click();
	}

	private static String address(String path) {
		return portal.address() + path;
	}

}
