package dev.sekisho.access.web;

import java.util.List;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Callers;

/**
 * Lets controllers of pages and REST calls take a {@link Caller} as an argument, which is
 * no part of the API that is described; and limits what a caller may ask of them.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
class WebArguments implements WebMvcConfigurer {

	private final RequestLimits limits;

	private final FreshProofs proofs;

	WebArguments(LimitSettings settings, Callers callers) {
		this.limits = new RequestLimits(settings);
		this.proofs = new FreshProofs(callers);
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.limits);
		registry.addInterceptor(this.proofs);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CallerArgument());
	}

}
