package dev.sekisho.review.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.access.PresentCaller;
import dev.sekisho.review.Reviews;
import dev.sekisho.web.Section;

/**
 * The entry of the top bar, with how many changes wait for who looks at it.
 */
@Configuration(proxyBeanMethods = false)
class ReviewSection {

	@Bean
	Section reviewsSection(Reviews reviews) {
		return new Section(30, "reviews", "/reviews", "review.section", "g v",
				() -> PresentCaller.find().map((caller) -> reviews.queue(caller).size()).orElse(0));
	}

}
