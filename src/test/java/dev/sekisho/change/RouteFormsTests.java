package dev.sekisho.change;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.RouteForm.Redirect;
import dev.sekisho.change.RouteForm.Retries;
import dev.sekisho.change.RouteForm.Rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Form and manifest are one model: golden files one way, the same form back.
 */
class RouteFormsTests {

	private static final String GATEWAY = "istio-ingress/sample-gateway";

	private static final Destination SERVICE = new Destination("service-a", "80", "", "");

	static Stream<Arguments> forms() {
		return Stream.of(Arguments.of("exact-and-below", form(List.of(path("exactAndBelow", "/api/v1/service-a")))),
				Arguments.of("root", form(List.of(path("exactAndBelow", "/")))),
				Arguments.of("rewrite-below",
						new RouteForm("service-a", "service-a-virtual-service", List.of("*"),
								List.of(path("exactAndBelow", "/api/v1/service-a"), path("exact", "/a")),
								List.of(SERVICE), new Rewrite("/internal"), "", null, null)),
				Arguments.of("everything", new RouteForm(
						"service-a", "service-a-virtual-service", List.of("shop.example.com", "*.example.com"), List.of(
								new Match(new PathCondition("prefix", "/cart", true), List.of("GET", "POST"),
										List.of(new NamedCondition("x-beta", "present", ""),
												new NamedCondition("x-user", "regex", "[a-z]+")),
										List.of(new NamedCondition("v", "exact", "2"))),
								new Match(null, List.of("PUT"), List.of(), List.of())),
						List.of(new Destination("service-a", "80", "v1", "90"),
								new Destination("service-a-next", "8080", "", "10")),
						new Rewrite("/"), "10s", new Retries("3", "2s"), null)),
				Arguments.of("redirect",
						new RouteForm("service-a", "service-a-virtual-service", List.of("*"),
								List.of(path("exact", "/old")), List.of(), null, "", null,
								new Redirect("/new", "", "", "308"))));
	}

	private static RouteForm form(List<Match> matches) {
		return new RouteForm("service-a", "service-a-virtual-service", List.of("*"), matches, List.of(SERVICE), null,
				"", null, null);
	}

	private static Match path(String type, String value) {
		return new Match(new PathCondition(type, value, false), List.of(), List.of(), List.of());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forms")
	void makesTheGoldenManifest(String name, RouteForm form) throws IOException {
		assertThat(form.problems()).isEmpty();
		assertThat(Yaml.write(RouteForms.manifest(form, GATEWAY))).isEqualTo(golden(name));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forms")
	void fillsTheSameFormAgain(String name, RouteForm form) throws IOException {
		GenericKubernetesResource manifest = Manifest.read(golden(name), "").object();
		RouteForms.Filled filled = RouteForms.filled(manifest);
		assertThat(filled.form()).isEqualTo(form);
		assertThat(filled.kept()).isEmpty();
		assertThat(Json.tree(RouteForms.merged(filled.form(), manifest, GATEWAY))).isEqualTo(Json.tree(manifest));
	}

	@Test
	void keepsAndNamesWhatAFormCantShow() throws IOException {
		GenericKubernetesResource manifest = Manifest.read(golden("kept"), "").object();
		RouteForms.Filled filled = RouteForms.filled(manifest);
		assertThat(filled.kept()).containsExactlyInAnyOrder("metadata.labels.team", "spec.exportTo",
				"spec.http[0].match[1]", "spec.http[0].corsPolicy", "spec.http[0].retries.retryOn", "spec.http[1]");
		assertThat(Json.tree(RouteForms.merged(filled.form(), manifest, GATEWAY))).isEqualTo(Json.tree(manifest));
	}

	@Test
	void keepsItWhileOtherFieldsAreEdited() throws IOException {
		GenericKubernetesResource manifest = Manifest.read(golden("kept"), "").object();
		RouteForm form = RouteForms.filled(manifest).form();
		RouteForm edited = new RouteForm(form.namespace(), form.name(), List.of("shop.example.com"), form.matches(),
				form.destinations(), null, "3s", form.retries(), null);
		Map<String, Object> merged = Json.tree(RouteForms.merged(edited, manifest, GATEWAY));
		assertThat(Trees.at(merged, "spec", "hosts")).isEqualTo(List.of("shop.example.com"));
		Map<String, Object> entry = Trees.maps(Trees.at(merged, "spec", "http")).get(0);
		assertThat(entry).containsEntry("timeout", "3s").containsKey("corsPolicy");
		assertThat(Trees.maps(entry.get("match"))).hasSize(2);
		assertThat(RouteForms.filled(Json.object(merged)).kept()).isEqualTo(RouteForms.filled(manifest).kept());
	}

	@Test
	void namesEveryBadField() {
		RouteForm form = new RouteForm("service-A", "", List.of("Shop.Example.com", ""),
				List.of(new Match(new PathCondition("exact", "api", false), List.of("GE T"),
						List.of(new NamedCondition("", "exact", "")), List.of())),
				List.of(new Destination("service-a", "http", "", "")), new Rewrite("x?y"), "10",
				new Retries("many", ""), null);
		assertThat(form.problems()).extracting(InputProblem::path, InputProblem::code, InputProblem::fix)
			.contains(tuple("namespace", "name-invalid", "service-a"),
					tuple("hosts[0]", "host-invalid", "shop.example.com"), tuple("timeout", "duration-invalid", "10s"),
					tuple("matches[0].path.value", "path-without-slash", "/api"));
		assertThat(form.problems()).extracting(InputProblem::path)
			.contains("name", "hosts[1]", "matches[0].methods[0]", "matches[0].headers[0].name",
					"matches[0].headers[0].value", "destinations[0].port", "rewrite.uri", "retries.attempts");
	}

	@Test
	void neverTouchesTheCaseOfAPath() {
		RouteForm form = form(List.of(path("exact", "/api/Service-A")));
		assertThat(form.problems()).isEmpty();
		assertThat(Yaml.write(RouteForms.manifest(form, GATEWAY))).contains("/api/Service-A");
	}

	private static String golden(String name) throws IOException {
		try (InputStream stream = RouteFormsTests.class.getResourceAsStream("/manifests/form/" + name + ".yaml")) {
			return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
