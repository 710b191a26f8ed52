package dev.sekisho.web;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/**
 * How failed requests are answered.
 */
@Configuration(proxyBeanMethods = false)
class FailureConfiguration {

	@Bean
	FailureAnswers failureAnswers(MessageSource messages, PageLanguage locales) {
		return new FailureAnswers(messages, locales);
	}

	@Bean
	FailureSource mvcFailures(MessageSource messages) {
		return new MvcFailures(messages);
	}

	@Bean
	Failures failures(ObjectProvider<FailureSource> sources, FailureAnswers answers) {
		return new Failures(sources, answers);
	}

	@Bean
	ErrorPages errorPages(Failures failures, FailureAnswers answers) {
		return new ErrorPages(failures, answers);
	}

	@Bean
	FilterRegistrationBean<BodyLimit> bodyLimit(WebSettings settings) {
		FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(settings.maxBody()));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return filter;
	}

	@Bean
	WebMvcConfigurer failureResolver(ObjectProvider<Failures> failures) {
		return new WebMvcConfigurer() {
			@Override
			public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
				resolvers.removeIf((resolver) -> !(resolver instanceof ExceptionHandlerExceptionResolver));
				resolvers.add(failures.getObject());
			}
		};
	}

}
