package dev.sekisho.change.web;

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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sekisho.access.Caller;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.testing.HeaderCallers;
import dev.sekisho.web.WebConfiguration;

/**
 * The pages of changes on a sandbox of their own. The header {@code X-User} says who
 * calls; the sandbox's own rights decide what they may.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = { "dev.sekisho.change", "dev.sekisho.check", "dev.sekisho.route" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.sekisho\\.route\\.web\\..*"))
@ComponentScan(basePackages = "dev.sekisho.access", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = "dev\\.sekisho\\.access\\.(Rights|Views|KnownNamespaces)"))
@Import(WebConfiguration.class)
class ChangePortal implements WebMvcConfigurer {

	@Bean(destroyMethod = "close")
	SandboxCluster sandbox() throws IOException {
		return SandboxCluster.start(Files.createTempDirectory("sekisho-changes"));
	}

	@Bean
	Cluster cluster(SandboxCluster sandbox) {
		return sandbox.cluster();
	}

	@Bean
	SecurityFilterChain everybody(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	static Caller caller(String user) {
		return new Caller(new Identity(user, "", Set.of()), new Credential.Token("sandbox-" + user));
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HeaderCallers("alice", ChangePortal::caller));
	}

}
