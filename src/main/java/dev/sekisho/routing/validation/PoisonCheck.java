package dev.sekisho.routing.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.sekisho.routing.regex.Regexes;

/**
 * Values of an {@code http} entry that istiod lets pass and Envoy refuses, and with them
 * the route config of all teams.
 */
final class PoisonCheck {

	private static final Set<Long> REDIRECT_CODES = Set.of(0L, 301L, 302L, 303L, 307L, 308L);

	private static final int LONGEST_QUERY_NAME = 1024;

	private static final int LONGEST_HEADER = 16384;

	private static final int STATUS_LIMIT = 600;

	private static final long LARGEST_SUM = 0xFFFF_FFFFL;

	private static final Pattern LINE_BREAK_OR_NUL = Pattern.compile("[\\r\\n\\u0000]");

	private static final String ANY_VALUE = "*";

	private final Defects defects;

	private final boolean segments;

	/**
	 * Prepares the check.
	 * @param defects where defects go
	 * @param segments whether prefixes are matched by segments
	 */
	PoisonCheck(Defects defects, boolean segments) {
		this.defects = defects;
		this.segments = segments;
	}

	void check(Node entry) {
		entry.at("match").items().forEach(this::match);
		redirect(entry.at("redirect"));
		status(entry.at("directResponse").at("status"));
		status(entry.at("fault").at("abort").at("httpStatus"));
		texts(entry.at("rewrite"), "uri", "authority");
		texts(entry.at("rewrite").at("uriRegexRewrite"), "rewrite");
		regex(entry.at("rewrite").at("uriRegexRewrite").at("match"));
		entry.at("corsPolicy").at("allowOrigins").items().forEach((origin) -> regex(origin.at("regex")));
		route(entry);
	}

	private void match(Node match) {
		for (String field : new String[] { "uri", "scheme", "method", "authority" }) {
			regex(match.at(field).at("regex"));
		}
		segments(match.at("uri").at("prefix"));
		for (Node.Member parameter : match.at("queryParams").members()) {
			if (parameter.name().isEmpty() || bytes(parameter.name()) > LONGEST_QUERY_NAME) {
				this.defects.add(Law.POISON_QUERY_NAME, parameter.node(), parameter.name());
			}
			value(parameter.node());
		}
		match.at("headers").members().forEach(this::header);
		match.at("withoutHeaders").members().forEach(this::header);
	}

	// Istiod reads the regex "*" of a header as "is there", which a claim doesn't know.
	private void header(Node.Member header) {
		List<String> claims = ClaimName.claims(header.name());
		if (claims.isEmpty()) {
			value(header.node());
			return;
		}
		if (claims.contains("") || MatchCheck.kind(header.node()).isEmpty()) {
			this.defects.add(Law.POISON_CLAIM, header.node(), header.name());
		}
		regex(header.node().at("regex"));
	}

	private void value(Node match) {
		if (!match.text("regex").equals(ANY_VALUE)) {
			regex(match.at("regex"));
		}
	}

	private void segments(Node prefix) {
		if (!this.segments || !prefix.exists() || prefix.text().equals("/")) {
			return;
		}
		String text = prefix.text();
		String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
		if (trimmed.length() < 2 || trimmed.contains("?") || trimmed.contains("#") || trimmed.endsWith("/")) {
			this.defects.add(Law.POISON_SEGMENT_PREFIX, prefix, text);
		}
	}

	private void redirect(Node redirect) {
		Node code = redirect.at("redirectCode");
		if (!REDIRECT_CODES.contains(code.integer())) {
			this.defects.add(Law.POISON_REDIRECT_CODE, code, code.integer());
		}
		texts(redirect, "uri", "authority", "prefixRewrite");
	}

	private void status(Node status) {
		if (status.integer() == STATUS_LIMIT) {
			this.defects.add(Law.POISON_STATUS, status);
		}
	}

	private void texts(Node object, String... fields) {
		for (String field : fields) {
			if (LINE_BREAK_OR_NUL.matcher(object.text(field)).find()) {
				this.defects.add(Law.POISON_CONTROL_CHARACTER, object.at(field), object.text(field));
			}
		}
	}

	// Destinations of weight 0 beside others are left out by istiod.
	private void route(Node entry) {
		headers(entry.at("headers"));
		List<Node> destinations = entry.at("route").items();
		long sum = 0;
		for (Node destination : destinations) {
			sum += destination.at("weight").integer() & LARGEST_SUM;
			if (destinations.size() == 1 || destination.at("weight").integer() != 0) {
				headers(destination.at("headers"));
			}
		}
		if (destinations.size() > 1 && sum > LARGEST_SUM) {
			this.defects.add(Law.POISON_WEIGHTS, entry.at("route"), sum);
		}
	}

	private void headers(Node headers) {
		for (String side : new String[] { "request", "response" }) {
			Node operations = headers.at(side);
			for (String operation : new String[] { "add", "set" }) {
				operations.at(operation).members().forEach(this::addedHeader);
			}
			for (Node removed : operations.at("remove").items()) {
				if (LINE_BREAK_OR_NUL.matcher(removed.text()).find()) {
					this.defects.add(Law.POISON_HEADER_NAME, removed, removed.text());
				}
			}
		}
	}

	private void addedHeader(Node.Member header) {
		if (HeaderOperations.isInternal(header.name())) {
			return;
		}
		if (LINE_BREAK_OR_NUL.matcher(header.name()).find()) {
			this.defects.add(Law.POISON_HEADER_NAME, header.node(), header.name());
		}
		if (bytes(header.name()) > LONGEST_HEADER || bytes(header.node().text()) > LONGEST_HEADER) {
			this.defects.add(Law.POISON_HEADER_LENGTH, header.node());
		}
		String refused = HeaderCommands.refused(header.node().text());
		if (!refused.isEmpty()) {
			this.defects.add(Law.POISON_HEADER_COMMAND, header.node(), refused);
		}
		else if (HeaderCommands.isBeyond(header.node().text())) {
			this.defects.add(Law.UNCHECKED_HEADER_COMMAND, header.node());
		}
	}

	private void regex(Node regex) {
		if (regex.text().isEmpty() || bytes(regex.text()) > Regexes.LONGEST) {
			return;
		}
		Regexes.Verdict verdict = Regexes.byEnvoy(regex.text());
		if (verdict == Regexes.Verdict.REFUSED) {
			this.defects.add(Law.POISON_REGEX, regex, regex.text());
		}
		else if (verdict == Regexes.Verdict.TOO_LARGE) {
			this.defects.add(Law.POISON_REGEX_SIZE, regex);
		}
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
