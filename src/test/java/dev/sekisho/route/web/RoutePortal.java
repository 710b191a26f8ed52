package dev.sekisho.route.web;

import java.util.List;
import java.util.Set;

import org.mockito.Mockito;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sekisho.access.Attendance;
import dev.sekisho.access.Attendances;
import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.route.MemoryCluster;
import dev.sekisho.route.OpenChanges;
import dev.sekisho.testing.HeaderCallers;
import dev.sekisho.web.WebConfiguration;

/**
 * The pages and REST calls of this module over a cluster in memory. {@code carol} sees
 * everything; everybody else sees and is an author in the namespace named like them.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("dev.sekisho.route")
@Import(WebConfiguration.class)
class RoutePortal implements WebMvcConfigurer {

	@Bean
	MemoryCluster cluster() {
		return MemoryCluster.seeded();
	}

	@Bean
	Rights rights() {
		return Mockito.mock(Rights.class, (call) -> switch (call.getMethod().getName()) {
			case "visibility" -> visibility(call.getArgument(0));
			case "authorNamespaces" -> own(call.getArgument(0));
			default -> Mockito.RETURNS_DEFAULTS.answer(call);
		});
	}

	@Bean
	Attendance attendance() {
		return Mockito.mock(Attendance.class,
				(call) -> call.getMethod().getName().equals("look") ? Attendance.State.HERE : null);
	}

	@Bean
	Attendances attendances(Attendance attendance) {
		return Mockito.mock(Attendances.class, (call) -> attendance);
	}

	@Bean
	OpenChanges changes() {
		return new PlannedTakeover();
	}

	@Bean
	SecurityFilterChain everybody(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new HeaderCallers("carol",
				(name) -> new Caller(new Identity(name, "", Set.of()), new Credential.Portal())));
	}

	private static Visibility visibility(Caller caller) {
		return caller.username().equals("carol") ? Visibility.ALL : new Visibility(false, own(caller));
	}

	private static Set<String> own(Caller caller) {
		return caller.username().equals("carol") ? Set.of() : Set.of(caller.username());
	}

}
