package dev.sekisho.chain.web;

import java.util.List;
import java.util.Set;

import org.mockito.Mockito;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.chain.WorldCluster;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.testing.HeaderCallers;
import dev.sekisho.web.WebConfiguration;

/**
 * Chains and route tables of one world, for callers who see no more than the namespace
 * named like them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = { "dev.sekisho.chain", "dev.sekisho.route" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "dev\\.sekisho\\.route\\.web\\..*"))
@Import(WebConfiguration.class)
class ChainPortal implements WebMvcConfigurer {

	@Bean
	Cluster cluster(Environment environment) {
		return new WorldCluster(environment.getProperty("world", "endpoints-some-not-ready"));
	}

	@Bean
	Rights rights() {
		return Mockito.mock(Rights.class, (call) -> switch (call.getMethod().getName()) {
			case "visibility" -> new Visibility(false, Set.of(call.<Caller>getArgument(0).username()));
			case "authorNamespaces" -> Set.of(call.<Caller>getArgument(0).username());
			case "mayAuthor" -> call.<Caller>getArgument(0).username().equals(call.getArgument(1));
			default -> Mockito.RETURNS_DEFAULTS.answer(call);
		});
	}

	@Bean
	SecurityFilterChain everybody(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HeaderCallers("service-a",
				(name) -> new Caller(new Identity(name, "", Set.of()), new Credential.Portal())));
	}

}
