package dev.sekisho.route;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.MeshSettings.PathNormalization;

/**
 * The mesh's settings, read now and then from the ConfigMap that istiod reads
 * ({@code istio-system/istio}).
 */
@Component
class MeshConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(MeshConfiguration.class);

	private static final ObjectKey CONFIG_MAP = new ObjectKey("istio-system", "istio");

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final Cluster cluster;

	private volatile MeshSettings settings = MeshSettings.DEFAULTS;

	MeshConfiguration(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * The settings as last read; Istio's defaults where nothing could be read.
	 * @return the settings
	 */
	MeshSettings settings() {
		return this.settings;
	}

	/**
	 * Reads the settings again.
	 * @return whether they changed
	 */
	boolean refresh() {
		MeshSettings before = this.settings;
		try {
			this.settings = this.cluster.asPortal()
				.read(ResourceKind.CONFIG_MAP, CONFIG_MAP)
				.map((object) -> RawManifest.tree(object).path("data").path("mesh").asText(""))
				.flatMap(MeshConfiguration::parse)
				.orElse(MeshSettings.DEFAULTS);
		}
		catch (ClusterException ex) {
			logger.debug("The mesh's settings can't be read: {}", ex.getMessage());
		}
		return !before.equals(this.settings);
	}

	/**
	 * Reads {@code meshConfig} as istiod is given it.
	 * @param yaml the value of the ConfigMap's key {@code mesh}
	 * @return the settings; empty if the text isn't YAML
	 */
	static Optional<MeshSettings> parse(String yaml) {
		try {
			JsonNode config = MAPPER.valueToTree(new Yaml(new SafeConstructor(limits())).load(yaml));
			int proxies = config.path("defaultConfig").path("gatewayTopology").path("numTrustedProxies").asInt(0);
			return Optional.of(new MeshSettings(normalization(config), Math.max(proxies, 0),
					MeshSettings.DEFAULTS.clusterDomain()));
		}
		catch (YAMLException | IllegalArgumentException ex) {
			logger.warn("The mesh's settings aren't YAML: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	private static PathNormalization normalization(JsonNode config) {
		String name = config.path("pathNormalization").path("normalization").asText("DEFAULT");
		for (PathNormalization normalization : PathNormalization.values()) {
			if (normalization.name().equals(name)) {
				return normalization;
			}
		}
		return PathNormalization.DEFAULT;
	}

	private static LoaderOptions limits() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(20);
		options.setNestingDepthLimit(30);
		options.setCodePointLimit(1024 * 1024);
		options.setAllowDuplicateKeys(false);
		return options;
	}

}
