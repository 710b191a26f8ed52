package dev.sekisho;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

import dev.sekisho.analyze.AnalyzeCommand;

/**
 * Starts the portal, or analyses manifests when the first argument is {@code analyze}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Sekisho {

	private static final String ANALYZE = "analyze";

	public static void main(String[] args) {
		if (args.length > 0 && ANALYZE.equals(args[0])) {
			System.exit(analyze(Arrays.asList(args).subList(1, args.length)));
		}
		SpringApplication.run(Sekisho.class, args);
	}

	// Without the web application, so that it starts at once.
	private static int analyze(List<String> arguments) {
		PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
		PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
		return AnalyzeCommand.run(arguments, System.in, out, err);
	}

}
