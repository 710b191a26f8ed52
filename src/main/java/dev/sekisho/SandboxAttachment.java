package dev.sekisho;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.cluster.ClusterEndpoint;
import dev.sekisho.sandbox.Sandbox;

/**
 * Attaches the portal to the sandbox. The modules {@code cluster} and {@code sandbox}
 * don't know each other.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sekisho.cluster.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxAttachment {

	@Bean
	ClusterEndpoint clusterEndpoint(Sandbox sandbox) {
		return new ClusterEndpoint(sandbox.url(), sandbox.certificate(), sandbox.portalToken());
	}

}
