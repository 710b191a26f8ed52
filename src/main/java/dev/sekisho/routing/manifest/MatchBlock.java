package dev.sekisho.routing.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.StringMatch;

/**
 * One block of {@code http[].match} as written.
 *
 * @param name its name, or empty
 * @param uri the condition on the path, if any
 * @param ignoreUriCase whether the path is compared without case
 * @param scheme the condition on the scheme, if any
 * @param method the condition on the method, if any
 * @param authority the condition on the authority, if any
 * @param headers the conditions on headers
 * @param withoutHeaders the conditions on headers that must not hold
 * @param queryParams the conditions on query parameters
 * @param port the declared port of the server it's limited to; 0 for any
 * @param gateways the gateways it's limited to
 * @param sourceLabels the labels of the client it's limited to
 * @param sourceNamespace the namespace of the client it's limited to
 */
public record MatchBlock(String name, @Nullable StringMatch uri, boolean ignoreUriCase, @Nullable StringMatch scheme,
		@Nullable StringMatch method, @Nullable StringMatch authority, Map<String, StringMatch> headers,
		Map<String, StringMatch> withoutHeaders, Map<String, StringMatch> queryParams, int port, List<String> gateways,
		Map<String, String> sourceLabels, String sourceNamespace) {

	/** What an {@code http} entry without any match stands for. */
	public static final MatchBlock ANYTHING = new MatchBlock("", null, false, null, null, null, Map.of(), Map.of(),
			Map.of(), 0, List.of(), Map.of(), "");

	static MatchBlock of(Fields match) {
		return new MatchBlock(match.text("name"), stringMatch(match.objectOrNull("uri")), match.flag("ignoreUriCase"),
				stringMatch(match.objectOrNull("scheme")), stringMatch(match.objectOrNull("method")),
				stringMatch(match.objectOrNull("authority")), stringMatches(match.objectsByKey("headers")),
				stringMatches(match.objectsByKey("withoutHeaders")), stringMatches(match.objectsByKey("queryParams")),
				(int) match.number("port"), match.texts("gateways"), match.textsByKey("sourceLabels"),
				match.text("sourceNamespace"));
	}

	MatchBlock withGateways(List<String> resolved) {
		return new MatchBlock(this.name, this.uri, this.ignoreUriCase, this.scheme, this.method, this.authority,
				this.headers, this.withoutHeaders, this.queryParams, this.port, resolved, this.sourceLabels,
				this.sourceNamespace);
	}

	/**
	 * Whether istiod emits a route for this block at all ({@code translateRoute} and
	 * {@code sourceMatchHTTP}).
	 * @param gateway the gateway's resolved name
	 * @param declaredPort the port the server declares
	 * @param pods the gateway pods
	 * @return whether the block applies
	 */
	public boolean appliesTo(String gateway, int declaredPort, GatewayPods pods) {
		if (this.port != 0 && this.port != declaredPort) {
			return false;
		}
		if (!this.gateways.isEmpty()) {
			return this.gateways.contains(gateway);
		}
		return pods.labels().entrySet().containsAll(this.sourceLabels.entrySet())
				&& (this.sourceNamespace.isEmpty() || this.sourceNamespace.equals(pods.namespace()));
	}

	private static Map<String, StringMatch> stringMatches(Map<String, Fields> fields) {
		if (fields.isEmpty()) {
			return Map.of();
		}
		Map<String, StringMatch> matches = new LinkedHashMap<>();
		fields.forEach((key, value) -> matches.put(key, stringMatchOf(value)));
		return matches;
	}

	static @Nullable StringMatch stringMatch(@Nullable Fields fields) {
		return (fields != null) ? stringMatchOf(fields) : null;
	}

	static StringMatch stringMatchOf(Fields fields) {
		for (StringMatch.Kind kind : List.of(StringMatch.Kind.EXACT, StringMatch.Kind.PREFIX, StringMatch.Kind.REGEX)) {
			String value = fields.textOrNull(kind.name().toLowerCase(Locale.ROOT));
			if (value != null) {
				return new StringMatch(kind, value);
			}
		}
		return new StringMatch(StringMatch.Kind.PRESENT, "");
	}

}
