package dev.sekisho.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds to the description of the REST API what is the same for every call: who is
 * calling, and how failures look; and an example of each answer, from {@code openapi/},
 * recorded from the sandbox.
 */
class ApiDescription implements OpenApiCustomizer {

	private static final String PROBLEM = "application/problem+json";

	private static final String TOKEN = "token";

	private final String version;

	private final JsonMapper json;

	ApiDescription(String version, JsonMapper json) {
		this.version = version;
		this.json = json;
	}

	@Override
	public void customise(OpenAPI api) {
		api.info(new Info().title("Sekisho")
			.version(this.version)
			.description("Registers routes on shared gateways: previews, changes and their reviews, the route table, "
					+ "answers to requests, chains. Failures are application/problem+json with the fields at fault. "
					+ "Bodies may be JSON; where a manifest is sent, YAML too."));
		api.getComponents()
			.addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("A token that the cluster's API server accepts; it says who is calling."));
		api.addSecurityItem(new SecurityRequirement().addList(TOKEN));
		Schema<?> problem = ModelConverters.getInstance()
			.resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(false)).schema;
		api.getComponents().addSchemas("Problem", problem);
		ModelConverters.getInstance().read(Failure.FieldProblem.class).forEach(api.getComponents()::addSchemas);
		api.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> complete(path, method, operation)));
	}

	private void complete(String path, HttpMethod method, Operation operation) {
		operation.getResponses().putIfAbsent("401", new ApiResponse().description("No token, or not a valid one."));
		operation.getResponses()
			.putIfAbsent("503", new ApiResponse()
				.description("The API server can't be reached; Retry-After says when to try again."));
		operation.getResponses().forEach((status, response) -> {
			if (status.startsWith("4") || status.startsWith("5")) {
				response.content(new Content().addMediaType(PROBLEM,
						new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
			}
			else if (response.getContent() != null) {
				response.getContent().values().forEach((type) -> example(path, method, type));
			}
		});
	}

	private void example(String path, HttpMethod method, MediaType type) {
		ClassPathResource file = new ClassPathResource("openapi/" + fileName(method.name(), path));
		if (type.getExamples() == null && type.getExample() == null && file.exists()) {
			try {
				type.example(this.json.readTree(file.getContentAsString(StandardCharsets.UTF_8)).toString());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * Where the example of a call's answer is.
	 * @param method the HTTP method
	 * @param path the path as in the description
	 * @return the file's name
	 */
	static String fileName(String method, String path) {
		String words = path.replaceFirst("^/api/v1/", "").replaceAll("[{}]", "").replace('/', '-');
		return method.toLowerCase(Locale.ROOT) + "-" + words + ".json";
	}

}
