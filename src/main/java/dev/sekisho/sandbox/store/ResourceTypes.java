package dev.sekisho.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The types that are served: those built in and those of the stored
 * CustomResourceDefinitions.
 */
public final class ResourceTypes {

	private static final String LIST = "/dev/sekisho/sandbox/types.yaml";

	private final ObjectStore store;

	private final List<ResourceType> builtIn;

	private final ResourceType definitions;

	private volatile Custom custom = new Custom(-1, List.of());

	/**
	 * Creates the types.
	 * @param store the store that has the CustomResourceDefinitions
	 */
	public ResourceTypes(ObjectStore store) {
		this.store = store;
		this.builtIn = readBuiltIn();
		this.definitions = find(this.builtIn, "apiextensions.k8s.io", "customresourcedefinitions").orElseThrow();
	}

	private static List<ResourceType> readBuiltIn() {
		List<ResourceType> types = new ArrayList<>();
		try (InputStream list = Objects.requireNonNull(ResourceTypes.class.getResourceAsStream(LIST))) {
			for (JsonNode group : Json.YAML.readTree(list)) {
				group.path("types")
					.forEach((entry) -> types.add(ResourceType.builtIn(Json.text(group, "group"), entry)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.copyOf(types);
	}

	/**
	 * All types that are served now.
	 * @return the types, built-in ones first
	 */
	public List<ResourceType> all() {
		List<ResourceType> all = new ArrayList<>(this.builtIn);
		all.addAll(custom());
		return all;
	}

	/**
	 * Finds a type.
	 * @param group the API group
	 * @param plural the resource name
	 * @return the type; empty if it isn't served
	 */
	public Optional<ResourceType> find(String group, String plural) {
		return find(this.builtIn, group, plural).or(() -> find(custom(), group, plural));
	}

	/**
	 * Finds the type of an object.
	 * @param apiVersion its apiVersion
	 * @param kind its kind
	 * @return the type; empty if it isn't served in that version
	 */
	public Optional<ResourceType> findKind(String apiVersion, String kind) {
		return all().stream()
			.filter((type) -> type.kind().equals(kind)
					&& type.versions().stream().anyMatch((version) -> type.apiVersion(version).equals(apiVersion)))
			.findFirst();
	}

	private static Optional<ResourceType> find(List<ResourceType> types, String group, String plural) {
		return types.stream().filter((type) -> type.group().equals(group) && type.plural().equals(plural)).findFirst();
	}

	private List<ResourceType> custom() {
		Custom known = this.custom;
		long revision = this.store.revision(this.definitions);
		if (known.revision() != revision) {
			known = new Custom(revision,
					this.store.list(this.definitions, "").items().stream().map(ResourceType::custom).toList());
			this.custom = known;
		}
		return known.types();
	}

	private record Custom(long revision, List<ResourceType> types) {

	}

}
