package dev.sekisho.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.cluster.Cluster;

/**
 * Starts the watch caches of this module.
 */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

	@Bean
	ClusterObjects clusterObjects(Cluster cluster) {
		return ClusterObjects.watch(cluster);
	}

}
