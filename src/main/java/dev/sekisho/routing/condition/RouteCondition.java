package dev.sekisho.routing.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer.Dimension;
import dev.sekisho.routing.Answer.FailedCondition;
import dev.sekisho.routing.RouteMatch;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.manifest.MatchBlock;

/**
 * All conditions of a route, compiled.
 */
public final class RouteCondition {

	private final RouteMatch match;

	private final PathCondition path;

	private final List<HeaderCondition> headers;

	private final List<QueryCondition> queryParams;

	private final String untold;

	private RouteCondition(RouteMatch match, PathCondition path) {
		this.match = match;
		this.path = path;
		List<HeaderCondition> conditions = new ArrayList<>();
		add(conditions, Dimension.METHOD, ":method", match.method());
		add(conditions, Dimension.SCHEME, ":scheme", match.scheme());
		add(conditions, Dimension.AUTHORITY, ":authority", match.authority());
		match.headers().forEach((header) -> add(conditions, Dimension.HEADER, header.name(), header.value()));
		match.withoutHeaders()
			.forEach((header) -> add(conditions, Dimension.WITHOUT_HEADER, header.name(), header.value()));
		this.headers = List.copyOf(conditions);
		this.queryParams = match.queryParams()
			.stream()
			.map((param) -> new QueryCondition(param.name(), new StringCondition(param.value())))
			.toList();
		this.untold = this.headers.stream()
			.map(HeaderCondition::untold)
			.filter((reason) -> !reason.isEmpty())
			.findFirst()
			.orElse("");
	}

	/**
	 * Compiles what a match block asks.
	 * @param block the match block
	 * @param segments whether prefixes end at segments
	 * @return the condition
	 */
	public static RouteCondition of(MatchBlock block, boolean segments) {
		PathCondition path = PathCondition.of(block.uri(), block.ignoreUriCase(), segments);
		return new RouteCondition(new RouteMatch(publicPath(path, block.uri()), block.ignoreUriCase(), block.method(),
				block.scheme(), block.authority(), conditions(block.headers(), true),
				conditions(block.withoutHeaders(), true), conditions(block.queryParams(), false)), path);
	}

	/**
	 * What was written.
	 * @return the match
	 */
	public RouteMatch match() {
		return this.match;
	}

	/**
	 * What it asks of the path.
	 * @return the condition
	 */
	public PathCondition path() {
		return this.path;
	}

	/**
	 * What it asks of headers.
	 * @return the conditions; empty if none
	 */
	public List<HeaderCondition> headers() {
		return this.headers;
	}

	/**
	 * What it asks of query parameters.
	 * @return the conditions; empty if none
	 */
	public List<QueryCondition> queryParams() {
		return this.queryParams;
	}

	/**
	 * Whether istiod takes it for a catch-all ({@code IsCatchAllRoute}).
	 * @return whether it matches everything in a form that istiod recognises
	 */
	public boolean isCatchAll() {
		return this.path.isWholeSpace() && isUnconditional();
	}

	/**
	 * Whether something in it can't be evaluated: a broken regex, claims of a token, or a
	 * value that only the gateway knows.
	 * @return the reason, or empty
	 */
	public String unmodelled() {
		if (!this.untold.isEmpty()) {
			return this.untold;
		}
		boolean broken = this.path.isBroken()
				|| this.headers.stream().anyMatch((header) -> header.condition().isBroken())
				|| this.queryParams.stream().anyMatch((param) -> param.condition().isBroken());
		return broken ? "a regex of the route can't be compiled" : "";
	}

	/**
	 * Holds a request against the conditions.
	 * @param request the request as the gateway routes it
	 * @return the first condition that fails; {@code null} if all hold
	 */
	public @Nullable FailedCondition failing(RoutedRequest request) {
		if (!this.path.test(request.path()) && !this.path.isBroken()) {
			return new FailedCondition(Dimension.PATH, "", this.match.path(), ByteText.toText(request.path()));
		}
		for (HeaderCondition header : this.headers) {
			if (!header.condition().isBroken() && header.untold().isEmpty() && !header.test(request)) {
				return header.failed(request);
			}
		}
		for (QueryCondition param : this.queryParams) {
			String value = request.queryParam(param.name());
			if (!param.condition().isBroken() && (value == null || !param.condition().test(value))) {
				return new FailedCondition(Dimension.QUERY_PARAM, param.name(), param.condition().match(),
						(value != null) ? ByteText.toText(value) : null);
			}
		}
		return null;
	}

	/**
	 * Whether all conditions hold, as far as they can be evaluated.
	 * @param request the request as the gateway routes it
	 * @return whether no condition fails
	 */
	public boolean mayMatch(RoutedRequest request) {
		if (!this.path.test(request.path()) && !this.path.isBroken()) {
			return false;
		}
		return isUnconditional() || failing(request) == null;
	}

	/**
	 * Whether it looks at the Host header.
	 * @return whether there's a condition on the authority
	 */
	public boolean dependsOnHost() {
		return this.headers.stream()
			.anyMatch((header) -> header.name().equals(":authority") || header.name().equals("host"));
	}

	/**
	 * Whether it matches whatever has the right path.
	 * @return whether there is no condition but that on the path
	 */
	boolean isUnconditional() {
		return this.headers.isEmpty() && this.queryParams.isEmpty();
	}

	private static void add(List<HeaderCondition> conditions, Dimension dimension, String name,
			@Nullable StringMatch value) {
		if (value != null) {
			conditions.add(new HeaderCondition(dimension, name, new StringCondition(value)));
		}
	}

	private static StringMatch publicPath(PathCondition path, @Nullable StringMatch uri) {
		if (path.kind() == PathCondition.Kind.SEGMENTS) {
			return new StringMatch(StringMatch.Kind.REGEX, "\\Q" + path.value() + "\\E(/.*)?");
		}
		return (uri == null || uri.kind() == StringMatch.Kind.PRESENT) ? new StringMatch(StringMatch.Kind.PREFIX, "/")
				: uri;
	}

	private static List<RouteMatch.Condition> conditions(Map<String, StringMatch> matches, boolean lowerCase) {
		List<RouteMatch.Condition> conditions = new ArrayList<>();
		new TreeMap<>(matches).forEach((name, value) -> {
			boolean presence = value.kind() == StringMatch.Kind.REGEX && value.value().equals("*");
			conditions.add(new RouteMatch.Condition(
					(lowerCase && !HeaderCondition.isClaim(name)) ? ByteText.lowerCase(name) : name,
					presence ? new StringMatch(StringMatch.Kind.PRESENT, "") : value));
		});
		return conditions;
	}

}
