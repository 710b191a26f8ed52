package dev.sekisho.access.web;

import java.io.IOException;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps the configurations and controllers of other tests out of the whole portal.
 */
class OnlyTheProduct implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("onlyTheProduct", new TestClasses());
	}

	private static final class TestClasses extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
			return type.getResource().getURL().getPath().contains("/test-classes/");
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof TestClasses;
		}

		@Override
		public int hashCode() {
			return TestClasses.class.hashCode();
		}

	}

}
