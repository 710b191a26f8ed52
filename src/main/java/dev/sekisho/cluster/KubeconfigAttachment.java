package dev.sekisho.cluster;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the portal to the cluster of a named context, as the person the kubeconfig is
 * of. Credential plugins, such as {@code aws eks get-token}, are run at the start and
 * again when the API server no longer takes what they gave.
 *
 * @param context the context
 * @param files the kubeconfig files; the first that says something wins
 */
record KubeconfigAttachment(String context, List<Path> files) implements Attachment {

	static KubeconfigAttachment of(@Nullable String context, @Nullable Path file) {
		List<Path> files = (file != null) ? List.of(file) : usual(System.getenv("KUBECONFIG"));
		List<Path> readable = files.stream().filter((each) -> each.toFile().canRead()).toList();
		if (readable.isEmpty()) {
			throw new IllegalStateException(
					"sekisho.cluster.mode is kubeconfig, but there is no kubeconfig at " + files);
		}
		List<String> contexts = contexts(readable);
		if (context == null || !contexts.contains(context)) {
			throw new IllegalStateException("sekisho.cluster.mode is kubeconfig, and "
					+ ((context != null) ? "there is no context \"" + context + "\" in " + readable
							: "sekisho.cluster.context doesn't say which context of " + readable)
					+ ". There are: " + String.join(", ", contexts));
		}
		return new KubeconfigAttachment(context, readable);
	}

	private static List<Path> usual(@Nullable String variable) {
		if (variable == null || variable.isBlank()) {
			return List.of(Path.of(System.getProperty("user.home"), ".kube", "config"));
		}
		return Arrays.stream(variable.split(File.pathSeparator))
			.filter((name) -> !name.isBlank())
			.map(Path::of)
			.toList();
	}

	private static List<String> contexts(List<Path> files) {
		return parse(files).flatMap((each) -> each.getContexts().stream())
			.map(NamedContext::getName)
			.distinct()
			.sorted()
			.toList();
	}

	private static Stream<io.fabric8.kubernetes.api.model.Config> parse(List<Path> files) {
		return files.stream().map((file) -> KubeConfigUtils.parseConfig(file.toFile()));
	}

	@Override
	public Access read() {
		io.fabric8.kubernetes.api.model.Config[] parsed = parse(this.files)
			.toArray(io.fabric8.kubernetes.api.model.Config[]::new);
		Config config = Config.empty();
		try {
			KubeConfigUtils.merge(config, this.context, parsed);
		}
		catch (KubernetesClientException ex) {
			throw new IllegalStateException(
					"The credentials of the context \"" + this.context + "\" can't be had: " + ex.getMessage(), ex);
		}
		Config bare = new ConfigBuilder(config).withAutoOAuthToken(null).build();
		requireCredentials(config);
		return new Access(bare, config.getAutoOAuthToken());
	}

	// The client only logs what a credential plugin said when it failed.
	private void requireCredentials(Config config) {
		boolean certificate = config.getClientCertData() != null || config.getClientCertFile() != null;
		if (!certificate && config.getAutoOAuthToken() == null) {
			throw new IllegalStateException("The context \"" + this.context + "\" of " + this.files
					+ " gives neither a token nor a client certificate; if it has a credential plugin, run that by hand");
		}
	}

	@Override
	public @Nullable Duration rereadAfter() {
		return null;
	}

}
