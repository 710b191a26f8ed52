package dev.sekisho.routing.validation;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The conditions of an {@code http} entry ({@code validateHTTPRouteMatchRequest}).
 */
final class MatchCheck {

	// RFC 7230, and the comma: istiod's own regex has "+-." for three characters, which
	// is
	// a range of four.
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+,\\-.^_`|~A-Za-z0-9]+");

	private static final Set<String> PSEUDO_HEADERS = Set.of(":method", ":scheme", ":authority", ":path", ":status");

	private static final String ANY_VALUE = "*";

	private final Defects defects;

	MatchCheck(Defects defects) {
		this.defects = defects;
	}

	void check(Node match) {
		for (Node.Member header : match.at("headers").members()) {
			headerName(header);
			value(header.node());
		}
		for (Node.Member header : match.at("withoutHeaders").members()) {
			headerName(header);
			if (!header.node().text("regex").equals(ANY_VALUE)) {
				value(header.node());
			}
		}
		regex(match.at("uri"));
		value(match.at("scheme"));
		value(match.at("method"));
		value(match.at("authority"));
		match.at("queryParams").members().forEach((parameter) -> value(parameter.node()));
		source(match);
	}

	static boolean isToken(String text) {
		return TOKEN.matcher(text).matches();
	}

	private void source(Node match) {
		SharedChecks shared = new SharedChecks(this.defects);
		shared.optionalPort(match.at("port"));
		shared.labels(match.at("sourceLabels"));
		new GatewayNames(this.defects).checkQuietly(match.at("gateways"));
		Node namespace = match.at("sourceNamespace");
		if (!namespace.text().isEmpty() && !DnsName.isLabel(namespace.text())) {
			this.defects.add(Law.SOURCE_NAMESPACE, namespace, namespace.text());
		}
	}

	private void headerName(Node.Member header) {
		String name = header.name();
		if (name.isEmpty() || !(ClaimName.isClaim(name) || PSEUDO_HEADERS.contains(name) || isToken(name))) {
			this.defects.add(Law.HEADER_NAME, header.node(), name);
		}
	}

	private void value(Node match) {
		if (match.value() instanceof Map<?, ?> && kind(match).equals("prefix") && match.text("prefix").isEmpty()) {
			this.defects.add(Law.EMPTY_MATCH, match.at("prefix"), "prefix");
		}
		regex(match);
	}

	private void regex(Node match) {
		if (!kind(match).equals("regex")) {
			return;
		}
		if (match.text("regex").isEmpty()) {
			this.defects.add(Law.EMPTY_MATCH, match.at("regex"), "regex");
			return;
		}
		new SharedChecks(this.defects).regex(match.at("regex"));
	}

	/**
	 * How a text is compared.
	 * @param match a string match
	 * @return {@code exact}, {@code prefix}, {@code regex} or empty
	 */
	static String kind(Node match) {
		for (String kind : new String[] { "exact", "prefix", "regex" }) {
			if (match.at(kind).value() instanceof String) {
				return kind;
			}
		}
		return "";
	}

}
