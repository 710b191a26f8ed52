package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;

/**
 * A request to be simulated.
 *
 * @param gateway the shared gateway; may be left out if there is only one
 * @param method the method; absent means GET
 * @param url the URL a client would use; a path alone is asked for on a host that no
 * route names
 * @param headers further headers: a value, or a list of values
 * @param port the port the gateway's pods listen on; absent means the first
 * @param change an open change, as {@code namespace/name}, whose effect is asked for too
 */
record SimulationRequest(@Schema(example = "sample-gateway") @Nullable String gateway,
		@Schema(example = "GET") @Nullable String method,
		@Schema(example = "https://api.example.com/api/v1/orders/1",
				requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String url,
		@Schema(example = "{\"x-canary\": \"true\"}") @Nullable Map<String, Object> headers, @Nullable Integer port,
		@Schema(example = "orders/orders-virtual-service-7f3ka92c") @Nullable String change) {

	String gatewayName() {
		return (this.gateway != null) ? this.gateway : "";
	}

	String changeName() {
		return (this.change != null) ? this.change : "";
	}

	TriedRequest toRequest() {
		return TriedRequest.of((this.method != null) ? this.method : "", (this.url != null) ? this.url : "",
				headerLines());
	}

	private List<HttpRequest.Header> headerLines() {
		List<HttpRequest.Header> lines = new ArrayList<>();
		if (this.headers != null) {
			this.headers.forEach((name, value) -> {
				List<?> values = (value instanceof List<?> list) ? list : List.of(String.valueOf(value));
				values.forEach((one) -> lines.add(new HttpRequest.Header(name, String.valueOf(one))));
			});
		}
		return lines;
	}

}
