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
			throw new NotAttached("sekisho.cluster.mode is kubeconfig, but there is no kubeconfig at " + files,
					"Name one by sekisho.cluster.kubeconfig or KUBECONFIG.", null);
		}
		List<String> contexts = contexts(readable);
		if (context == null || !contexts.contains(context)) {
			throw new NotAttached((context != null) ? "There is no context \"" + context + "\" in " + readable
					: "sekisho.cluster.mode is kubeconfig, but sekisho.cluster.context doesn't say which context of "
							+ readable,
					"Set sekisho.cluster.context. There are: " + String.join(", ", contexts), null);
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
			throw new NotAttached("The context \"" + this.context + "\" can't be used: " + ex.getMessage(),
					"See whether kubectl --context " + this.context + " works.", ex);
		}
		Config bare = new ConfigBuilder(config).withAutoOAuthToken(null).build();
		requireCredentials(config);
		return new Access(bare, config.getAutoOAuthToken());
	}

	// The client only logs what a credential plugin said when it failed.
	private void requireCredentials(Config config) {
		boolean certificate = config.getClientCertData() != null || config.getClientCertFile() != null;
		if (!certificate && config.getAutoOAuthToken() == null) {
			throw new NotAttached(
					"The context \"" + this.context + "\" of " + this.files
							+ " gives neither a token nor a client certificate",
					"If it has a credential plugin, such as aws eks get-token, run that by hand to see what it says.",
					null);
		}
	}

	@Override
	public @Nullable Duration rereadAfter() {
		return null;
	}

}
