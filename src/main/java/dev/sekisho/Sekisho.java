package dev.sekisho;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the portal.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Sekisho {

	public static void main(String[] args) {
		SpringApplication.run(Sekisho.class, args);
	}

}
