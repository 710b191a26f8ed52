package dev.sekisho.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.LabelSelector.Requirement;
import dev.sekisho.route.SharedGateway.Approval;
import dev.sekisho.route.SharedGateway.Delivery;
import dev.sekisho.route.SharedGateway.FrontDoor;
import dev.sekisho.route.SharedGateway.OwnerRule;

/**
 * Reads a SharedGateway strictly: a rule that isn't understood must not be taken for one
 * that isn't there.
 */
class SharedGatewayParser {

	private final ObjectMeta meta;

	private final JsonNode spec;

	SharedGatewayParser(GenericKubernetesResource object) {
		this.meta = object.getMetadata();
		this.spec = RawManifest.tree(object).path("spec");
	}

	SharedGateway parse() {
		if (!this.spec.isObject()) {
			throw new IllegalArgumentException("spec is missing");
		}
		return new SharedGateway(this.meta.getName(), orEmpty(this.meta.getUid()), generation(),
				object(this.spec.path("gateway"), "spec.gateway"), frontDoors(), claims(), approval(), delivery(),
				owner(), Set.copyOf(texts(this.spec.path("allow"), "spec.allow")));
	}

	private long generation() {
		Long generation = this.meta.getGeneration();
		return (generation != null) ? generation : 0;
	}

	private List<FrontDoor> frontDoors() {
		List<FrontDoor> doors = new ArrayList<>();
		for (JsonNode door : array(this.spec.path("frontDoors"), "spec.frontDoors")) {
			doors.add(new FrontDoor(text(door.path("kind"), "spec.frontDoors.kind"), object(door, "spec.frontDoors")));
		}
		return doors;
	}

	private @Nullable List<Claim> claims() {
		JsonNode node = this.spec.path("claims");
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		List<Claim> claims = new ArrayList<>();
		for (JsonNode claim : array(node, "spec.claims")) {
			claims.add(claim(claim));
		}
		return claims;
	}

	private Claim claim(JsonNode node) {
		List<String> namespaces = texts(node.path("namespaces"), "spec.claims.namespaces");
		LabelSelector selector = node.has("namespaceSelector") ? selector(node.path("namespaceSelector")) : null;
		if (namespaces.isEmpty() == (selector == null)) {
			throw new IllegalArgumentException("spec.claims: either namespaces or namespaceSelector is needed");
		}
		List<String> hosts = texts(node.path("hosts"), "spec.claims.hosts");
		return new Claim(namespaces, selector, hosts, texts(node.path("pathPrefixes"), "spec.claims.pathPrefixes"));
	}

	private LabelSelector selector(JsonNode node) {
		requireObject(node, "spec.claims.namespaceSelector");
		Map<String, String> labels = new HashMap<>();
		node.path("matchLabels")
			.properties()
			.forEach((entry) -> labels.put(entry.getKey(), text(entry.getValue(), "matchLabels")));
		List<Requirement> requirements = new ArrayList<>();
		for (JsonNode expression : array(node.path("matchExpressions"), "matchExpressions")) {
			requirements.add(new Requirement(text(expression.path("key"), "key"),
					text(expression.path("operator"), "operator"), texts(expression.path("values"), "values")));
		}
		return new LabelSelector(labels, requirements);
	}

	private Approval approval() {
		return switch (this.spec.path("approval").asText("Always")) {
			case "Always" -> Approval.ALWAYS;
			case "ByRisk" -> Approval.BY_RISK;
			default -> throw new IllegalArgumentException("spec.approval is neither Always nor ByRisk");
		};
	}

	private Delivery delivery() {
		return switch (this.spec.path("delivery").asText("Apply")) {
			case "Apply" -> Delivery.APPLY;
			case "Admit" -> Delivery.ADMIT;
			case "Git" -> Delivery.GIT;
			default -> throw new IllegalArgumentException("spec.delivery is none of Apply, Admit and Git");
		};
	}

	private OwnerRule owner() {
		JsonNode owner = this.spec.path("owner");
		return new OwnerRule(owner.path("label").asText(OwnerRule.DEFAULT.label()),
				owner.path("contactAnnotation").asText(OwnerRule.DEFAULT.contactAnnotation()));
	}

	private static ObjectKey object(JsonNode node, String path) {
		requireObject(node, path);
		return new ObjectKey(text(node.path("namespace"), path + ".namespace"),
				text(node.path("name"), path + ".name"));
	}

	private static void requireObject(JsonNode node, String path) {
		if (!node.isObject()) {
			throw new IllegalArgumentException(path + " is not an object");
		}
	}

	private static JsonNode array(JsonNode node, String path) {
		if (!node.isArray() && !node.isMissingNode() && !node.isNull()) {
			throw new IllegalArgumentException(path + " is not a list");
		}
		return node;
	}

	private static List<String> texts(JsonNode node, String path) {
		List<String> texts = new ArrayList<>();
		for (JsonNode item : array(node, path)) {
			texts.add(text(item, path));
		}
		return texts;
	}

	private static String text(JsonNode node, String path) {
		if (!node.isTextual() || node.textValue().isEmpty()) {
			throw new IllegalArgumentException(path + " is missing or not a text");
		}
		return node.textValue();
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
