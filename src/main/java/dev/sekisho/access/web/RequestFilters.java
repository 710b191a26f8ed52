package dev.sekisho.access.web;

import java.net.InetAddress;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterMode;

/**
 * What is settled about a request before anybody asks who sent it. A portal that asks
 * nobody, or that offers people with known tokens, is kept to this machine.
 */
@Configuration(proxyBeanMethods = false)
class RequestFilters {

	@Bean
	@ConditionalOnProperty(name = "sekisho.cluster.mode", havingValue = "kubeconfig")
	WebServerFactoryCustomizer<ConfigurableWebServerFactory> kubeconfigOwnerOnly(Environment environment) {
		InetAddress address = environment.getProperty("server.address", InetAddress.class,
				InetAddress.getLoopbackAddress());
		if (!address.isLoopbackAddress()) {
			throw new IllegalStateException("With a kubeconfig everybody who reaches the portal acts as its owner, "
					+ "so it doesn't listen on " + address + ". For others, install it in the cluster.");
		}
		return (factory) -> factory.setAddress(address);
	}

	@Bean
	FilterRegistrationBean<LoopbackHosts> loopbackHosts(Cluster cluster) {
		FilterRegistrationBean<LoopbackHosts> filter = new FilterRegistrationBean<>(new LoopbackHosts());
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		filter.setEnabled(cluster.info().mode() != ClusterMode.IN_CLUSTER);
		return filter;
	}

	@Bean
	FilterRegistrationBean<ForgedHeaders> forgedHeaders() {
		FilterRegistrationBean<ForgedHeaders> filter = new FilterRegistrationBean<>(new ForgedHeaders());
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		return filter;
	}

}
