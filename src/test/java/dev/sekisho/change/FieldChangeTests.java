package dev.sekisho.change;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fields in which two states of a VirtualService differ.
 */
class FieldChangeTests {

	private static final String ROUTE = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata: {namespace: orders, name: orders, labels: {team: shop, example.com/tier: web}}
			spec:
			  hosts: ["*"]
			  http:
			    - timeout: 10s
			      route: [{destination: {host: orders}, weight: 90}, {destination: {host: canary}, weight: 10}]
			""";

	@Test
	void namesEachFieldWithItsValueBeforeAndAfter() {
		assertThat(between(ROUTE.replace("10s", "12s").replace("weight: 90", "weight: 80").replace("web", "api")))
			.containsExactly(new FieldChange("metadata.labels[\"example.com/tier\"]", "\"web\"", "\"api\""),
					new FieldChange("spec.http[0].route[0].weight", "90", "80"),
					new FieldChange("spec.http[0].timeout", "\"10s\"", "\"12s\""));
	}

	@Test
	void namesWhatWasAddedAndRemovedOnce() {
		assertThat(between(ROUTE.replace(", {destination: {host: canary}, weight: 10}", "")
			.replace("team: shop, ", "")
			.replace("timeout: 10s", "retries: {attempts: 2}")))
			.containsExactly(new FieldChange("metadata.labels.team", "\"shop\"", null),
					new FieldChange("spec.http[0].retries", null, "{\"attempts\":2}"),
					new FieldChange("spec.http[0].route[1]", "{\"destination\":{\"host\":\"canary\"},\"weight\":10}",
							null),
					new FieldChange("spec.http[0].timeout", "\"10s\"", null));
	}

	@Test
	void saysNothingOfEqualStates() {
		assertThat(between(ROUTE)).isEmpty();
	}

	private static List<FieldChange> between(String after) {
		return FieldChange.between(Manifest.read(ROUTE, "").object(), Manifest.read(after, "").object());
	}

}
