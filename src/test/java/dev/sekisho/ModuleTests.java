package dev.sekisho;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The modules use each other only as their package-info allows, and without cycles.
 */
class ModuleTests {

	@Test
	void modulesUseOnlyWhatTheyMay() {
		ApplicationModules.of(Sekisho.class).verify();
	}

}
