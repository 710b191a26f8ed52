package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.condition.ByteText;

/**
 * A request in the making, put together dimension by dimension.
 */
final class RequestSketch {

	private final Map<String, String> query = new LinkedHashMap<>();

	private final List<HttpRequest.Header> headers = new ArrayList<>();

	private String method = "GET";

	private String host = "example.com";

	private String path = "/";

	void method(String name) {
		this.method = name;
	}

	void host(String name) {
		this.host = name;
	}

	void path(String text) {
		this.path = text;
	}

	void header(String name, String value) {
		this.headers.add(new HttpRequest.Header(name, ByteText.toText(value)));
	}

	void query(String name, String value) {
		this.query.put(name, value);
	}

	HttpRequest request(int port) {
		StringBuilder target = new StringBuilder(ByteText.toText(this.path));
		char separator = '?';
		for (Map.Entry<String, String> param : this.query.entrySet()) {
			target.append(separator).append(param.getKey());
			if (!param.getValue().isEmpty()) {
				target.append('=').append(ByteText.toText(param.getValue()));
			}
			separator = '&';
		}
		return new HttpRequest(port, this.method, this.host, target.toString(), this.headers);
	}

}
