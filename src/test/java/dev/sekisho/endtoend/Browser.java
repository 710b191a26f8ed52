package dev.sekisho.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser: Debian's Chromium, driven by Playwright.
 */
final class Browser implements AutoCloseable {

	private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	private final List<String> complaints = new ArrayList<>();

	private Browser(Path executable) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.chromium = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
	}

	/**
	 * Starts the browser; skips the test where there is none.
	 * @return the browser
	 */
	static Browser start() {
		String given = System.getenv("SEKISHO_CHROMIUM");
		Path executable = Stream.of((given != null) ? given : "/usr/bin/chromium", "/usr/bin/chromium-browser")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
		Assumptions.assumeTrue(executable != null,
				"no Chromium (apt-get install chromium, or SEKISHO_CHROMIUM=/path): the browser tests are skipped");
		return new Browser(executable);
	}

	/**
	 * Opens a window of its own, with cookies of its own. What its pages complain of
	 * (errors of scripts, refusals by the security policy) is gathered.
	 * @param language the language it prefers
	 * @param script whether scripts run
	 * @return a page in the window
	 */
	Page window(String language, boolean script) {
		BrowserContext context = this.chromium
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language)
				.setJavaScriptEnabled(script)
				// Providers of identity in tests bring certificates of their own.
				.setIgnoreHTTPSErrors(true)
				.setViewportSize(1440, 1000));
		context.setDefaultTimeout(20_000);
		Page page = context.newPage();
		page.onPageError(this.complaints::add);
		page.onDialog((dialog) -> {
			this.complaints.add("dialog: " + dialog.message());
			dialog.dismiss();
		});
		page.onConsoleMessage((message) -> {
			if (message.text().contains("Content Security Policy")) {
				this.complaints.add(message.text());
			}
		});
		return page;
	}

	/**
	 * What pages have complained of since the browser was started.
	 * @return the complaints
	 */
	List<String> complaints() {
		return this.complaints;
	}

	/**
	 * Checks a page against the accessibility rules.
	 * @param page the page, with scripts on
	 */
	static void assertAccessible(Page page) {
		assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations()).as(page.url())
			.extracting((violation) -> violation.getId() + ": " + violation.getNodes().get(0).getHtml())
			.isEmpty();
	}

	@Override
	public void close() {
		this.chromium.close();
		this.playwright.close();
	}

}
