package dev.sekisho.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.sekisho.testing.ChartCluster;
import dev.sekisho.testing.PortalProcess;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Signing in at a real identity provider whose id tokens a real API server takes, in a
 * real browser.
 */
@Tag("long")
class OidcStoryTests {

	private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{20,}\\.");

	private static Keycloak keycloak;

	private static ChartCluster cluster;

	private static PortalProcess portal;

	private static Browser browser;

	@BeforeAll
	static void start() throws IOException {
		browser = Browser.start();
		keycloak = Keycloak.start();
		cluster = ChartCluster.start(Path.of("target", "kube-oidc"),
				List.of("--oidc-issuer-url=" + keycloak.issuer(), "--oidc-client-id=sekisho",
						"--oidc-username-claim=preferred_username", "--oidc-username-prefix=oidc:",
						"--oidc-groups-claim=groups", "--oidc-groups-prefix=oidc:",
						"--oidc-ca-file=" + keycloak.certificate()));
		RenderedChart.parse("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: RoleBinding
				metadata: {name: oidc-authors, namespace: service-a}
				roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: sekisho-author}
				subjects: [{kind: Group, name: "oidc:team-a", apiGroup: rbac.authorization.k8s.io}]
				---
				apiVersion: v1
				kind: Namespace
				metadata: {name: istio-ingress}
				---
				apiVersion: networking.istio.io/v1
				kind: Gateway
				metadata: {name: sample-gateway, namespace: istio-ingress}
				spec:
				  selector: {istio: ingressgateway}
				  servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]
				---
				apiVersion: v1
				kind: Service
				metadata: {name: service-a, namespace: service-a}
				spec: {selector: {app: service-a}, ports: [{name: http, port: 80, targetPort: 8080}]}
				""").forEach(cluster::apply);
		portal = portal("portal", "sekisho");
	}

	@AfterAll
	static void stop() {
		Optional.ofNullable(portal).ifPresent(PortalProcess::close);
		Optional.ofNullable(keycloak).ifPresent(Keycloak::close);
		Optional.ofNullable(browser).ifPresent(Browser::close);
	}

	@Test
	void aChangeIsCreatedByWhoSignedInAtTheProviderAndOutlivesTheFirstToken() {
		Page page = browser.window("en", true);
		page.navigate(portal.address() + "/changes?namespace=service-a");
		signIn(page);
		page.waitForURL(portal.address() + "/changes?namespace=service-a");
		assertThat(page.locator(".sk-user").innerText()).contains("oidc:alice");
		String cookie = page.context().cookies().toString();
		assertThat(cookie).doesNotContain("sekisho-oidc").doesNotContainPattern(TOKEN);

		String change = register(page, "from-oidc");
		GenericKubernetesResource stored = cluster.as("admin")
			.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteChange")
			.inNamespace("service-a")
			.withName(change)
			.get();
		assertThat(stored.<String>get("spec", "author", "username")).isEqualTo("oidc:alice");
		assertThat(page.content()).doesNotContainPattern(TOKEN);

		// The first id token lasts a minute.
		await().pollDelay(Duration.ofSeconds(100)).atMost(Duration.ofSeconds(140)).untilAsserted(() -> {
			page.reload();
			assertThat(page.locator(".sk-user").innerText()).contains("oidc:alice");
		});
		assertThat(register(page, "after-renewal")).isNotEqualTo(change);
		assertThat(portal.log()).doesNotContainPattern(TOKEN);
	}

	@Test
	void aHalfFilledFormOutlivesItsSignInWithoutScript() {
		Page page = browser.window("en", false);
		page.navigate(portal.address() + "/register?namespace=service-a");
		signIn(page);
		fill(page, "kept-form");
		page.context().clearCookies();
		page.locator("button[data-main-action]").click();
		Page tab = page.context().waitForPage(() -> page.locator("a[href^='/login/oidc']").click());
		if (tab.locator("#username").isVisible()) {
			answer(tab);
		}
		tab.waitForURL(portal.address() + "/**");
		page.locator("form:has(input[name='name']) button[type=submit]").click();
		page.locator("form[action*='/register'] button[type=submit]").first().click();
		assertThat(page.locator("main").innerText()).contains("kept-form");
	}

	@Test
	void aTokenTheApiServerDoesNotTakeIsExplained() {
		PortalProcess wrong = portal("wrong", "another");
		try {
			Page page = browser.window("en", true);
			page.navigate(wrong.address() + "/login");
			signIn(page);
			page.waitForURL(wrong.address() + "/login?refused=id-token");
			assertThat(page.locator("#login-refused").innerText()).contains("same issuer and client id");
			assertThat(page.content() + page.url() + wrong.log()).doesNotContainPattern(TOKEN);
		}
		finally {
			wrong.close();
		}
	}

	@Test
	void anAnswerThatNobodyAskedForIsRefused() {
		Page page = browser.window("en", true);
		page.navigate(portal.address() + "/login/oidc/code?code=guessed&state=guessed");
		assertThat(page.url()).isEqualTo(portal.address() + "/login?refused=provider");
		assertThat(page.context().cookies()).noneMatch((cookie) -> cookie.name.contains("session"));
	}

	private static void signIn(Page page) {
		page.locator("a[href^='/login/oidc']").click();
		answer(page);
	}

	private static void answer(Page page) {
		page.locator("#username").fill("alice");
		page.locator("#password").fill("alice-signs-in");
		page.locator("#kc-login").click();
	}

	private static void fill(Page page, String name) {
		page.locator("#namespace").selectOption("service-a");
		page.locator("[name='destinations[0].service']").fill("service-a");
		page.locator("[name='destinations[0].port']").fill("80");
		page.locator("[name='name']").fill(name);
		page.locator("[name='matches[0].path.value']").fill("/api/v1/service-a/" + name);
	}

	private static String register(Page page, String name) {
		page.navigate(portal.address() + "/register?namespace=service-a");
		fill(page, name);
		page.locator("button[data-main-action]").click();
		page.locator("#reason").fill("As oneself");
		page.locator("#draft button[data-main-action]").click();
		page.waitForURL(Pattern.compile(".*/changes/service-a/.*"));
		return page.url().replaceFirst(".*/changes/service-a/([^?#]+).*", "$1");
	}

	private static PortalProcess portal(String name, String client) {
		Config config = cluster.config("admin");
		return PortalProcess.inCluster(Path.of("target", "oidc", name), Map.of("JAVA_TOOL_OPTIONS", keycloak.trust()),
				config, URI.create(config.getMasterUrl()), cluster.portalToken(), "sekisho.cluster.name=oidc",
				"sekisho.access.oidc.issuer=" + keycloak.issuer(), "sekisho.access.oidc.client-id=" + client);
	}

}
