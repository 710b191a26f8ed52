package dev.sekisho.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * The Helm chart as objects, as {@code helm template} makes them.
 */
public final class RenderedChart {

	/** Where the chart is, from the project's folder. */
	public static final Path FOLDER = Path.of("helm", "sekisho");

	/** The name of the release that is rendered. */
	public static final String RELEASE = "sekisho";

	/** The namespace that the release is rendered for. */
	public static final String NAMESPACE = "sekisho";

	/** The user name of the portal's service account in a release rendered here. */
	public static final String PORTAL = "system:serviceaccount:sekisho:sekisho";

	private static final Pattern DOCUMENT_BORDER = Pattern.compile("(?m)^---\\s*$");

	private final List<GenericKubernetesResource> objects;

	private RenderedChart(List<GenericKubernetesResource> objects) {
		this.objects = objects;
	}

	/**
	 * Renders the chart with its own values.
	 * @return the chart's objects
	 */
	public static RenderedChart withDefaults() {
		return new RenderedChart(parse(command().call()));
	}

	/**
	 * Renders the chart with a file of values.
	 * @param values the file
	 * @return the chart's objects
	 */
	public static RenderedChart with(Path values) {
		return new RenderedChart(parse(command().withValuesFile(values).call()));
	}

	/**
	 * Renders the chart with single values.
	 * @param values the values by their dotted path
	 * @return the chart's objects
	 */
	public static RenderedChart with(Map<String, String> values) {
		TemplateCommand command = command();
		values.forEach(command::set);
		return new RenderedChart(parse(command.call()));
	}

	/**
	 * Reads the custom resource definitions, which Helm installs before the rest.
	 * @return the definitions
	 */
	public static List<GenericKubernetesResource> customResourceDefinitions() {
		try (Stream<Path> files = Files.list(FOLDER.resolve("crds"))) {
			return files.sorted().flatMap((file) -> parse(read(file)).stream()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns all objects, in the order of the templates.
	 * @return the objects
	 */
	public List<GenericKubernetesResource> objects() {
		return this.objects;
	}

	/**
	 * Returns the objects of some kinds.
	 * @param kinds the kinds
	 * @return the objects
	 */
	public List<GenericKubernetesResource> ofKind(String... kinds) {
		List<String> wanted = Arrays.asList(kinds);
		return this.objects.stream().filter((object) -> wanted.contains(object.getKind())).toList();
	}

	/**
	 * Returns the foundation policies and their bindings.
	 * @return the policies and bindings
	 */
	public List<GenericKubernetesResource> policies() {
		return ofKind("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding");
	}

	/**
	 * Parses manifests.
	 * @param manifests YAML documents
	 * @return the objects, without empty documents
	 */
	public static List<GenericKubernetesResource> parse(String manifests) {
		return DOCUMENT_BORDER.splitAsStream(manifests)
			.filter((document) -> document.lines().anyMatch((line) -> !line.isBlank() && !line.startsWith("#")))
			.map((document) -> Serialization.unmarshal(document, GenericKubernetesResource.class))
			.toList();
	}

	private static TemplateCommand command() {
		return new Helm(FOLDER).template().withName(RELEASE).withNamespace(NAMESPACE);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
