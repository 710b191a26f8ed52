package dev.sekisho.apply;

import java.util.Map;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import dev.sekisho.access.Rights;
import dev.sekisho.cluster.Cluster;

/**
 * A replica of the portal without its pages, with its own connection to the cluster.
 */
final class Replica implements AutoCloseable {

	private static final Map<String, Object> QUICK = Map.of("sekisho.apply.resync", "1s", "sekisho.apply.retry",
			"200ms", "sekisho.apply.lease", "6s", "spring.main.banner-mode", "off");

	private final ConfigurableApplicationContext context;

	private Replica(Cluster cluster, Class<?> modules) {
		this.context = new SpringApplicationBuilder(modules).web(WebApplicationType.NONE)
			.properties(QUICK)
			.initializers((ApplicationContextInitializer<GenericApplicationContext>) (fresh) -> fresh
				.registerBean(Cluster.class, () -> cluster))
			.run();
	}

	/**
	 * Starts a replica that reconciles.
	 * @param cluster its connection, closed with it
	 * @return the running replica
	 */
	static Replica start(Cluster cluster) {
		return new Replica(cluster, Reconciling.class);
	}

	/**
	 * Starts a replica that takes changes and reviews and reconciles nothing.
	 * @param cluster its connection, closed with it
	 * @return the running replica
	 */
	static Replica withoutReconciler(Cluster cluster) {
		return new Replica(cluster, Front.class);
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ComponentScan(
			basePackages = { "dev.sekisho.review", "dev.sekisho.change", "dev.sekisho.check", "dev.sekisho.route" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "dev\\.sekisho\\.(route|change|review)\\.(web|parts)\\..*"))
	@Import(AccessRules.class)
	static class Front {

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackageClasses = Reconciler.class,
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Replica.*"))
	@EnableConfigurationProperties(ApplyProperties.class)
	@Import(Front.class)
	static class Reconciling {

	}

	@ComponentScan(basePackageClasses = Rights.class, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "dev\\.sekisho\\.access\\.(Rights|Views|KnownNamespaces)"))
	static class AccessRules {

	}

}
