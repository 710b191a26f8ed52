package dev.sekisho.access.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

import dev.sekisho.Sekisho;

/**
 * The whole portal on a sandbox, on a free port; one for all tests that have this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Sekisho.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sekisho.sandbox.port=0", "sekisho.sandbox.kubeconfig=target/sandbox/access-tests" })
@ContextConfiguration(initializers = OnlyTheProduct.class)
public @interface RunningPortal {

}
