package dev.sekisho.chain.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sekisho.chain.ProbeRequest;

/**
 * A probe as scripts and the form ask for it. All of it may be left out.
 *
 * @param method {@code GET} or {@code HEAD}; absent means GET
 * @param host the Host; absent means one that the VirtualService has
 * @param path path and query; absent means that of its first route
 * @param header a header that only one's own Service answers with
 * @param value what stands somewhere in that header; absent means anything
 * @param body what stands somewhere in the answer's body
 */
record ProbeInput(@Schema(example = "GET") @Nullable String method,
		@Schema(example = "api.example.com") @Nullable String host,
		@Schema(example = "/api/v1/orders/health") @Nullable String path,
		@Schema(example = "x-served-by") @Nullable String header, @Schema(example = "orders") @Nullable String value,
		@Nullable String body) {

	ProbeRequest toRequest() {
		String verb = text(this.method);
		return new ProbeRequest(verb.isEmpty() ? "GET" : verb, text(this.host), text(this.path), text(this.header),
				text(this.value), text(this.body));
	}

	private static String text(@Nullable String given) {
		return (given != null) ? given.strip() : "";
	}

}
