package dev.sekisho.sandbox;

import java.net.InetAddress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Starts the sandbox where it is the cluster to work on: never inside a cluster, and only
 * for who sits at this machine, since its people have known tokens.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sekisho.cluster.mode", havingValue = "sandbox", matchIfMissing = true)
class SandboxConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SandboxConfiguration.class);

	private static final String OTHERWISE = " Set sekisho.cluster.mode to kubeconfig or in-cluster.";

	@Bean(destroyMethod = "stop")
	Sandbox sandbox(SandboxSettings settings, Environment environment) {
		if (environment.containsProperty("KUBERNETES_SERVICE_HOST")) {
			throw new IllegalStateException("The sandbox doesn't run inside a cluster." + OTHERWISE);
		}
		Sandbox sandbox = Sandbox.start(settings);
		logger.info("Sandbox API server at {}; kubectl --kubeconfig {} get vs,rtc,rtr,sgw -A", sandbox.url(),
				sandbox.kubeconfig());
		return sandbox;
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackOnly(Environment environment) {
		InetAddress address = environment.getProperty("server.address", InetAddress.class,
				InetAddress.getLoopbackAddress());
		if (!address.isLoopbackAddress()) {
			throw new IllegalStateException(
					"The sandbox's people have known tokens, so it doesn't listen on " + address + "." + OTHERWISE);
		}
		return (factory) -> factory.setAddress(address);
	}

}
