package dev.sekisho.review.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.testing.HeaderCallers;
import dev.sekisho.web.WebConfiguration;

/**
 * Reviews on a sandbox, without the reconciler: the person named by {@code X-User} calls.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@ComponentScan(basePackages = { "dev.sekisho.review", "dev.sekisho.change", "dev.sekisho.check", "dev.sekisho.route" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = "dev\\.sekisho\\.(route|change)\\.web\\..*"))
@Import({ WebConfiguration.class, ReviewPortal.AccessRules.class })
class ReviewPortal implements WebMvcConfigurer {

	@Bean(destroyMethod = "close")
	SandboxCluster sandbox() throws IOException {
		return SandboxCluster.start(Files.createTempDirectory("review"));
	}

	@Bean
	Cluster cluster(SandboxCluster sandbox) {
		return sandbox.cluster();
	}

	@Bean
	SecurityFilterChain everybody(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HeaderCallers("nobody", ReviewPortal::caller));
	}

	static Caller caller(String name) {
		return new Caller(new Identity(name, "", Set.of()), new Credential.Token("sandbox-" + name));
	}

	/**
	 * Who may do what, as the sandbox says.
	 */
	@ComponentScan(basePackageClasses = Rights.class, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "dev\\.sekisho\\.access\\.(Rights|Views|KnownNamespaces)"))
	static class AccessRules {

	}

}
