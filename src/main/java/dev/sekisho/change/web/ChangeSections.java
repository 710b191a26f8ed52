package dev.sekisho.change.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.web.Section;

/**
 * The entry of the top bar that leads to the changes.
 */
@Configuration(proxyBeanMethods = false)
class ChangeSections {

	@Bean
	Section changesSection() {
		return new Section(20, "changes", "/changes", "change.section", "g q");
	}

}
