package dev.sekisho.change;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem.Position;
import dev.sekisho.cluster.ObjectKey;

/**
 * A VirtualService as somebody wrote it, found well-formed.
 *
 * @param object apiVersion, kind, metadata with namespace, name, labels and annotations,
 * spec
 * @param dropped the fields that were left out because a server or a tool fills them in
 */
public record Manifest(GenericKubernetesResource object, List<String> dropped) {

	public Manifest {
		dropped = List.copyOf(dropped);
	}

	/**
	 * Which VirtualService it is.
	 * @return namespace and name
	 */
	public ObjectKey key() {
		return new ObjectKey(this.object.getMetadata().getNamespace(), this.object.getMetadata().getName());
	}

	/**
	 * Reads a manifest.
	 * @param text the manifest in YAML or JSON
	 * @param namespace the namespace to take if it names none; may be empty
	 * @return the manifest
	 * @throws InputRefused if it can't be taken
	 */
	public static Manifest read(String text, String namespace) {
		Document document = Document.read(text);
		if (!document.problems().isEmpty()) {
			throw new InputRefused(document.problems());
		}
		return of(document.root(), document.positions(), namespace);
	}

	static Manifest of(@Nullable Object root, Map<String, Position> positions, String namespace) {
		ManifestReader reader = new ManifestReader(namespace);
		Manifest manifest = reader.read(root);
		if (manifest == null) {
			throw new InputRefused(Document.locate(reader.problems(), positions));
		}
		return manifest;
	}

}
