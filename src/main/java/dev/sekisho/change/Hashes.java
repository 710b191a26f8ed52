package dev.sekisho.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * Content hashes: SHA-256 of RFC 8785 canonical JSON. Test vectors with the canonical
 * form are in {@code src/test/resources/hash}.
 */
public final class Hashes {

	/** The largest canonical form of a VirtualService, in bytes. */
	public static final int LARGEST = 256 * 1024;

	private static final String PREFIX = "sha256:";

	private static final Set<String> NOT_CONTENT = Set.of("kubectl.kubernetes.io/last-applied-configuration");

	private static final Set<String> NOT_CONTENT_PREFIXES = Set.of("argocd.argoproj.io/", "sekisho.dev/");

	private Hashes() {
	}

	/**
	 * The hash of what a VirtualService says: kind, namespace, name, labels, annotations
	 * and spec, without what tools write there for themselves and without the API
	 * version, which a server converts as it is asked.
	 * @param virtualService the object, live or proposed
	 * @return {@code sha256:...}
	 */
	public static String ofVirtualService(GenericKubernetesResource virtualService) {
		return of(content(virtualService));
	}

	/**
	 * The hash of a change's spec as it was read back.
	 * @param change a RouteChange
	 * @return {@code sha256:...}
	 */
	public static String ofSpec(GenericKubernetesResource change) {
		Object spec = change.getAdditionalProperties().get("spec");
		return of((spec != null) ? spec : Map.of());
	}

	/**
	 * How large a VirtualService is in canonical form.
	 * @param virtualService the object
	 * @return the size in bytes; {@link #LARGEST} is what is taken
	 */
	public static int size(GenericKubernetesResource virtualService) {
		return CanonicalJson.of(content(virtualService)).length;
	}

	/**
	 * Whether a label or annotation belongs to the content of a VirtualService.
	 * @param key its key
	 * @return {@code false} for what tools write there for themselves
	 */
	public static boolean content(String key) {
		return !NOT_CONTENT.contains(key) && NOT_CONTENT_PREFIXES.stream().noneMatch(key::startsWith);
	}

	static String of(Object value) {
		return PREFIX + hex(CanonicalJson.of(value));
	}

	static String hex(String text) {
		return hex(text.getBytes(StandardCharsets.UTF_8));
	}

	static String hex(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	static Map<String, Object> content(GenericKubernetesResource virtualService) {
		ObjectMeta metadata = virtualService.getMetadata();
		Object spec = virtualService.getAdditionalProperties().get("spec");
		Map<String, Object> content = new TreeMap<>();
		content.put("kind", "VirtualService");
		content.put("namespace", text(metadata.getNamespace()));
		content.put("name", text(metadata.getName()));
		content.put("labels", contentOf(metadata.getLabels()));
		content.put("annotations", contentOf(metadata.getAnnotations()));
		content.put("spec", (spec != null) ? spec : Map.of());
		return content;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static Map<String, String> contentOf(@Nullable Map<String, String> entries) {
		Map<String, String> content = new TreeMap<>();
		if (entries != null) {
			entries.forEach((key, value) -> {
				if (content(key)) {
					content.put(key, text(value));
				}
			});
		}
		return content;
	}

}
