package dev.sekisho.web;

import java.time.Instant;
import java.util.Optional;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The frame of the pages without the portal: what this module's tests run.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ WebConfiguration.class, GalleryPages.class })
class GalleryPortal {

	@Bean
	SecurityFilterChain everybody(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	@Bean
	Section gallerySection() {
		return new Section(10, "gallery", "/gallery", "gallery.section", "g r");
	}

	@Bean
	Section otherSection() {
		return new Section(20, "other", "/other", "gallery.other", "g q", () -> 3);
	}

	@Bean
	ViewerSource viewerSource() {
		return () -> Optional.of(new Viewer("alice", "service-a, orders"));
	}

	@Bean
	PlaceSource placeSource() {
		return () -> new Place("sandbox", "istio-ingress/sample-gateway", Instant.parse("2026-02-11T12:04:31Z"), true,
				true);
	}

}
