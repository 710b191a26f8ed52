package dev.sekisho.web;

import java.time.Duration;
import java.time.ZoneId;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all pages and the REST API share. Web slice tests import it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
@Import(FailureConfiguration.class)
public class WebConfiguration implements WebMvcConfigurer {

	private final PageLanguage language = new PageLanguage();

	@Bean
	Assets assets() {
		return new Assets(new ClassPathResource("static/assets/manifest.json"));
	}

	@Bean
	Chrome chrome(ObjectProvider<Section> sections, ObjectProvider<ViewerSource> viewers,
			ObjectProvider<PlaceSource> places, ObjectProvider<BuildProperties> build, WebSettings settings) {
		return new Chrome(sections, viewers, places, build, settings);
	}

	@Bean
	ApiDescription apiDescription(ObjectProvider<BuildProperties> build, JsonMapper json) {
		return new ApiDescription(build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown"), json);
	}

	@Bean
	Times times() {
		return new Times(ZoneId.systemDefault());
	}

	@Bean
	InitializingBean pageVariables(ObjectProvider<ThymeleafViewResolver> resolvers, Assets assets, Chrome chrome,
			Times times) {
		return () -> resolvers.forEach((resolver) -> {
			resolver.addStaticVariable("assets", assets);
			resolver.addStaticVariable("chrome", chrome);
			resolver.addStaticVariable("times", times);
			resolver.addStaticVariable("rich", new RichText());
			resolver.addStaticVariable("code", new CodeText());
			resolver.addStaticVariable("zones", new Zones());
		});
	}

	@Bean
	MessageSource messageSource() {
		return new ModuleMessages();
	}

	@Bean
	PageLanguage localeResolver() {
		return this.language;
	}

	@Bean
	FlashMapManager flashMapManager() {
		return new FlashCookies();
	}

	@Bean
	FilterRegistrationBean<SecurityHeaders> securityHeaders() {
		FilterRegistrationBean<SecurityHeaders> filter = new FilterRegistrationBean<>(new SecurityHeaders());
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	JsonMapperBuilderCustomizer strictRequests() {
		return (mapper) -> mapper
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.language);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler(Assets.PATH + "**")
			.addResourceLocations("classpath:/static" + Assets.PATH)
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

}
