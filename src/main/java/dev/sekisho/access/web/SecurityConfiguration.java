package dev.sekisho.access.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

import dev.sekisho.access.AccessSettings;
import dev.sekisho.access.Callers;

/**
 * Who gets in where. Nothing is open but what says whether the portal lives, the assets
 * of the pages, and the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

	private static final String[] OPEN = { "/livez", "/readyz", "/assets/**" };

	private static final String[] API = { "/api/**", "/openapi.json", "/openapi.json/**", "/openapi.json.yaml" };

	private static final String[] SIGN_IN = { "/login", LoginPages.AGAIN, "/error" };

	/*
	 * The management port is for the cluster's own: it is off by default and not part of
	 * the Service.
	 */
	@Bean
	@Order(0)
	@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
	SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
		return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint())).csrf(AbstractHttpConfigurer::disable)
			.securityContext(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain openChain(HttpSecurity http) throws Exception {
		return stateless(http.securityMatcher(OPEN)).csrf(AbstractHttpConfigurer::disable)
			.securityContext(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain apiChain(HttpSecurity http, Callers callers, CurrentSignIns signIns, ApiFailures failures)
			throws Exception {
		RequestAttributeSecurityContextRepository thisRequest = new RequestAttributeSecurityContextRepository();
		BearerTokenAuthenticationFilter bearer = new BearerTokenAuthenticationFilter(new ApiAuthentication(callers));
		bearer.setAuthenticationEntryPoint(failures);
		bearer.setAuthenticationFailureHandler(failures);
		bearer.setSecurityContextRepository(thisRequest);
		return stateless(http.securityMatcher(API)).csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.securityContext((context) -> context.securityContextRepository(
					new DelegatingSecurityContextRepository(thisRequest, new SignInContexts(signIns, callers, true))))
			.addFilterBefore(new ForeignRequests(failures), LogoutFilter.class)
			.addFilterAfter(bearer, LogoutFilter.class)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(failures).accessDeniedHandler(failures))
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
				.permitAll()
				.anyRequest()
				.authenticated())
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pagesChain(HttpSecurity http, Callers callers, CurrentSignIns signIns, SignInSessions sessions,
			PageFailures failures) throws Exception {
		XorCsrfTokenRequestAttributeHandler eager = new XorCsrfTokenRequestAttributeHandler();
		eager.setCsrfRequestAttributeName(null);
		return stateless(http)
			.csrf((csrf) -> csrf.csrfTokenRepository(new CsrfCookies()).csrfTokenRequestHandler(eager))
			.securityContext(
					(context) -> context.securityContextRepository(new SignInContexts(signIns, callers, false)))
			.addFilterBefore(new ForeignRequests(failures), CsrfFilter.class)
			.logout((logout) -> logout.addLogoutHandler(sessions).logoutSuccessUrl("/login?left"))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(failures).accessDeniedHandler(failures))
			.authorizeHttpRequests((requests) -> requests
				.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(SIGN_IN)
				.permitAll()
				.anyRequest()
				.authenticated())
			.build();
	}

	static HttpSecurity stateless(HttpSecurity http) throws Exception {
		return http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.contentTypeOptions(HeadersConfigurer.ContentTypeOptionsConfig::disable)
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
				.httpStrictTransportSecurity((transport) -> transport.includeSubDomains(false)));
	}

}
