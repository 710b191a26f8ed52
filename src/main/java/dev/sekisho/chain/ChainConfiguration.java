package dev.sekisho.chain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.cluster.Cluster;

/**
 * Starts the watch caches of this module and binds its settings.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainSettings.class)
class ChainConfiguration {

	@Bean
	ChainCaches chainCaches(Cluster cluster) {
		return ChainCaches.watch(cluster);
	}

}
