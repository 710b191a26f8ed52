package dev.sekisho.cluster;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects to the cluster that the settings name, and to no other.
 */
@Configuration(proxyBeanMethods = false)
class ClusterConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ClusterConfiguration.class);

	@Bean(destroyMethod = "close")
	ConnectedCluster cluster(ClusterProperties properties, ObjectProvider<ClusterEndpoint> endpoint) {
		ConnectedCluster cluster = new ConnectedCluster(attachment(properties, endpoint), properties);
		logger.info("Working on {}", cluster.info());
		return cluster;
	}

	private static Attachment attachment(ClusterProperties properties, ObjectProvider<ClusterEndpoint> endpoint) {
		return switch (properties.mode()) {
			case SANDBOX -> new EndpointAttachment(endpoint.getObject());
			case KUBECONFIG -> KubeconfigAttachment.of(properties.context(), properties.kubeconfig());
			case IN_CLUSTER -> InClusterAttachment.ofThisPod(properties.serviceAccount());
		};
	}

}
