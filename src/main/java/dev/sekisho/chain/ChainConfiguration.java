package dev.sekisho.chain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.cluster.Cluster;

/**
 * Starts the watch caches of this module.
 */
@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

	@Bean
	ChainCaches chainCaches(Cluster cluster) {
		return ChainCaches.watch(cluster);
	}

}
