package dev.sekisho.sandbox.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A type of objects that the API server serves.
 *
 * @param group the API group; empty for the core group
 * @param versions the served versions, preferred first; objects are the same in all
 * @param deprecations the warnings about versions that are deprecated, by version
 * @param kind the kind
 * @param plural the resource name
 * @param namespaced whether its objects live in namespaces
 * @param shortNames what kubectl also calls it
 * @param categories the categories it belongs to
 * @param status whether status is a subresource
 * @param generation whether its objects count their generations
 * @param custom whether a CustomResourceDefinition defines it
 * @param names how its objects may be named
 * @param selectable the fields that field selectors may name, beside name and namespace
 * @param columns the printer columns, as in a CustomResourceDefinition
 * @param schema the schema; missing if objects aren't validated
 */
public record ResourceType(String group, List<String> versions, Map<String, String> deprecations, String kind,
		String plural, boolean namespaced, List<String> shortNames, List<String> categories, boolean status,
		boolean generation, boolean custom, NameRule names, List<String> selectable, JsonNode columns,
		JsonNode schema) {

	/**
	 * Reads a built-in type from its entry in the list of types.
	 * @param group the API group
	 * @param entry the entry
	 * @return the type
	 */
	static ResourceType builtIn(String group, JsonNode entry) {
		return new ResourceType(group, List.of("v1"), Map.of(), Json.text(entry, "kind"), Json.text(entry, "plural"),
				entry.path("namespaced").asBoolean(true), Json.texts(entry.path("shortNames")),
				Json.texts(entry.path("categories")), entry.path("status").asBoolean(),
				entry.path("generation").asBoolean(), false, NameRule.of(entry.path("names").asText("SUBDOMAIN")),
				Json.texts(entry.path("selectable")), entry.path("columns"), MissingNode.getInstance());
	}

	/**
	 * Reads a type from its CustomResourceDefinition. All its versions have the schema of
	 * the first.
	 * @param definition the definition
	 * @return the type
	 */
	static ResourceType custom(JsonNode definition) {
		JsonNode spec = definition.path("spec");
		JsonNode names = spec.path("names");
		List<JsonNode> versions = new ArrayList<>();
		spec.path("versions").forEach((version) -> {
			if (version.path("served").asBoolean()) {
				versions.add(version);
			}
		});
		JsonNode first = versions.get(0);
		return new ResourceType(Json.text(spec, "group"),
				versions.stream().map((version) -> Json.text(version, "name")).toList(),
				deprecations(definition, versions), Json.text(names, "kind"), Json.text(names, "plural"),
				"Namespaced".equals(Json.text(spec, "scope")), Json.texts(names.path("shortNames")),
				Json.texts(names.path("categories")), first.path("subresources").has("status"), true, true,
				NameRule.SUBDOMAIN, List.of(), first.path("additionalPrinterColumns"),
				Json.at(first, "schema", "openAPIV3Schema"));
	}

	private static Map<String, String> deprecations(JsonNode definition, List<JsonNode> versions) {
		Map<String, String> warnings = new HashMap<>();
		for (JsonNode version : versions) {
			if (version.path("deprecated").asBoolean()) {
				String usual = "%s/%s %s is deprecated".formatted(Json.text(definition, "spec", "group"),
						Json.text(version, "name"), Json.text(definition, "spec", "names", "kind"));
				warnings.put(Json.text(version, "name"), version.path("deprecationWarning").asText(usual));
			}
		}
		return warnings;
	}

	/**
	 * The name errors and policies use, such as {@code routechanges.sekisho.dev}.
	 * @return plural and group
	 */
	public String qualifiedName() {
		return this.group.isEmpty() ? this.plural : this.plural + "." + this.group;
	}

	/**
	 * Kind and group, as validation errors name the type.
	 * @return such as {@code RouteChange.sekisho.dev}
	 */
	public String qualifiedKind() {
		return this.group.isEmpty() ? this.kind : this.kind + "." + this.group;
	}

	/**
	 * The apiVersion of objects in one of the versions.
	 * @param version the version
	 * @return group and version
	 */
	public String apiVersion(String version) {
		return this.group.isEmpty() ? version : this.group + "/" + version;
	}

	/**
	 * Whether a subresource of this name is served.
	 * @param subresource the name; empty for the object itself
	 * @return whether it is
	 */
	public boolean serves(String subresource) {
		return subresource.isEmpty() || ("status".equals(subresource) && this.status);
	}

}
