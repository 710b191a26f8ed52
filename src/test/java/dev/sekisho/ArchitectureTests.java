package dev.sekisho;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/**
 * The rules of {@code docs/adr} and the house style that a machine can hold.
 */
@AnalyzeClasses(packages = "dev.sekisho", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final List<String> EMPTY_WORDS = List.of("Impl", "Util", "Utils", "Helper", "Manager", "Common",
			"Misc", "Dto", "Service");

	@ArchTest
	final ArchRule onlyClusterAndApplyUseTheKubernetesClient = noClasses().that()
		.resideOutsideOfPackages("dev.sekisho.cluster..", "dev.sekisho.apply..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.fabric8.kubernetes.client..")
		.because("only cluster (and the reconciler's SDK types) may talk to an API server")
		.allowEmptyShould(true);

	@ArchTest
	final ArchRule routingIsPure = noClasses().that()
		.resideInAPackage("dev.sekisho.routing..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "org.springframework.context..", "org.springframework.boot..",
				"io.fabric8..", "java.net..", "java.nio.file..", "java.sql..")
		.because("the engine knows no framework, no client and no input or output");

	@ArchTest
	final ArchRule namesSayTheThing = classes().should(notEndInAnEmptyWord());

	@ArchTest
	final ArchRule configurationIsBoundToRecords = noFields().should().beAnnotatedWith(Value.class);

	@ArchTest
	final ArchRule dependenciesComeByConstructor = noFields().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	final ArchRule controllersArePackagePrivate = classes()
		.that(DescribedPredicate.describe("are controllers",
				(JavaClass type) -> type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")))
		.should()
		.notHaveModifier(JavaModifier.PUBLIC)
		.andShould()
		.resideInAPackage("..web..")
		.allowEmptyShould(true);

	private static ArchCondition<JavaClass> notEndInAnEmptyWord() {
		return new ArchCondition<>("have a name that says the thing or its role") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				EMPTY_WORDS.stream()
					.filter((word) -> type.getSimpleName().endsWith(word))
					.forEach((word) -> events.add(SimpleConditionEvent.violated(type,
							type.getName() + " ends in \"" + word + "\", which says nothing")));
			}
		};
	}

}
