package dev.sekisho.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Finds out in which version the API server serves a kind of object. What is found is
 * remembered until it proves wrong; what isn't served is asked for anew each time.
 */
final class ServedVersions {

	private final Transport transport;

	private final Map<ResourceKind, String> known = new ConcurrentHashMap<>();

	ServedVersions(Transport transport) {
		this.transport = transport;
	}

	/**
	 * The best version that is served.
	 * @param kind the kind
	 * @return the version; empty if the kind isn't served
	 */
	Optional<String> find(ResourceKind kind) {
		String version = this.known.get(kind);
		if (version != null) {
			return Optional.of(version);
		}
		Optional<String> found = discover(kind);
		found.ifPresent((served) -> this.known.put(kind, served));
		return found;
	}

	void forget(ResourceKind kind) {
		this.known.remove(kind);
	}

	private Optional<String> discover(ResourceKind kind) {
		if (kind.group().isEmpty()) {
			return Optional.of(kind.versions().get(0));
		}
		List<String> served = versions(kind.group());
		return kind.versions()
			.stream()
			.filter((version) -> served.contains(version) && serves(kind, version))
			.findFirst();
	}

	private List<String> versions(String group) {
		List<String> versions = new ArrayList<>();
		document("/apis/" + group)
			.ifPresent((tree) -> tree.path("versions").forEach((each) -> versions.add(each.path("version").asText())));
		return versions;
	}

	private boolean serves(ResourceKind kind, String version) {
		boolean found = false;
		JsonNode resources = document("/apis/" + kind.group() + "/" + version).map((tree) -> tree.path("resources"))
			.orElse(RawJson.MAPPER.createArrayNode());
		for (JsonNode resource : resources) {
			found |= kind.plural().equals(resource.path("name").asText());
		}
		return found;
	}

	private Optional<JsonNode> document(String path) {
		try {
			return Optional.of(RawJson.tree(this.transport.send(ApiRequest.get(path), new Credential.Portal())));
		}
		catch (ClusterException ex) {
			if (ex.reason() == Reason.NOT_FOUND) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}
