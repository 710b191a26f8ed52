package dev.sekisho.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.RouteForm.Redirect;
import dev.sekisho.change.RouteForm.Retries;
import dev.sekisho.change.RouteForm.Rewrite;

/**
 * Reads the form out of a VirtualService: its first {@code http} entry. Matches,
 * destinations and entries that a form can't show as a whole are named as kept.
 */
final class FormReader {

	static final Set<String> REDIRECT = Set.of("uri", "authority", "scheme", "redirectCode");

	private static final Set<String> SPEC = Set.of("hosts", "gateways", "http");

	private static final Set<String> ENTRY = Set.of("match", "route", "redirect", "rewrite", "timeout", "retries");

	private static final Set<String> MATCH = Set.of("uri", "ignoreUriCase", "method", "headers", "queryParams");

	private final Map<String, Object> metadata;

	private final Map<String, Object> spec;

	private final List<Map<String, Object>> http;

	private final String namespace;

	private final List<String> kept = new ArrayList<>();

	FormReader(Map<String, Object> tree) {
		this.metadata = Trees.map(tree.get("metadata"));
		this.spec = Trees.map(tree.get("spec"));
		this.http = Trees.maps(this.spec.get("http"));
		this.namespace = Trees.text(this.metadata.get("namespace"));
	}

	RouteForms.Filled read() {
		Map<String, Object> entry = this.http.isEmpty() ? Map.of() : this.http.get(0);
		int shown = shown(this.http);
		rest();
		for (int i = Math.max(shown, 1); i < this.http.size(); i++) {
			this.kept.add(Paths.element("spec.http", i));
		}
		others(entry, ENTRY, "spec.http[0]");
		return new RouteForms.Filled(new RouteForm(this.namespace, Trees.text(this.metadata.get("name")),
				Trees.texts(this.spec.get("hosts")), matches(shown), destinations(entry), rewrite(entry),
				Trees.text(entry.get("timeout")), retries(entry), redirect(entry)), this.kept);
	}

	private void rest() {
		for (String member : List.of("labels", "annotations")) {
			Trees.map(this.metadata.get(member))
				.keySet()
				.stream()
				.filter(Hashes::content)
				.forEach((key) -> this.kept.add(Paths.member("metadata." + member, key)));
		}
		others(this.spec, SPEC, "spec");
	}

	private void others(Map<String, Object> tree, Set<String> known, String path) {
		tree.keySet()
			.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> this.kept.add(Paths.member(path, name)));
	}

	/**
	 * How many entries the form shows: two where the second only rewrites what is below
	 * the path of the first.
	 * @param http the entries
	 * @return 0, 1 or 2
	 */
	static int shown(List<Map<String, Object>> http) {
		if (http.size() < 2) {
			return http.size();
		}
		String here = Trees.text(Trees.at(http.get(0), "rewrite", "uri"));
		String below = Trees.text(Trees.at(http.get(1), "rewrite", "uri"));
		if (here.isEmpty() || !below.equals(here + "/")) {
			return 1;
		}
		Map<String, Object> first = Trees.map(http.get(0));
		Map<String, Object> second = Trees.map(http.get(1));
		List<Object> expected = Trees.maps(first.get("match"))
			.stream()
			.filter(FormReader::readable)
			.filter((match) -> Trees.at(match, "uri", "exact") != null)
			.map(FormReader::below)
			.toList();
		first.keySet().removeAll(Set.of("match", "rewrite"));
		second.remove("rewrite");
		List<Map<String, Object>> matches = Trees.maps(second.remove("match"));
		return (!matches.isEmpty() && expected.containsAll(matches) && first.equals(second)) ? 2 : 1;
	}

	private static Object below(Map<String, Object> match) {
		match.put("uri", Map.of("prefix", Trees.text(Trees.at(match, "uri", "exact")) + "/"));
		return match;
	}

	private List<Match> matches(int shown) {
		List<Map<String, Object>> trees = new ArrayList<>();
		for (int i = 0; i < Math.min(shown, this.http.size()); i++) {
			int entry = i;
			List<Map<String, Object>> all = Trees.maps(this.http.get(i).get("match"));
			for (int j = 0; j < all.size(); j++) {
				if (readable(all.get(j))) {
					trees.add(all.get(j));
				}
				else {
					this.kept.add(Paths.element("spec.http[" + entry + "].match", j));
				}
			}
		}
		List<Match> matches = new ArrayList<>();
		while (!trees.isEmpty()) {
			Map<String, Object> match = trees.remove(0);
			boolean pair = Trees.at(match, "uri", "exact") != null && trees.remove(below(Trees.map(match)));
			matches.add(match(match, pair));
		}
		return matches;
	}

	static boolean readable(Map<String, Object> match) {
		return MATCH.containsAll(match.keySet()) && simple(match.get("uri"), false)
				&& simple(match.get("method"), false) && methods(match) != null && named(match.get("headers"))
				&& named(match.get("queryParams"));
	}

	private static boolean named(@Nullable Object conditions) {
		return Trees.map(conditions).values().stream().allMatch((condition) -> simple(condition, true));
	}

	private static boolean simple(@Nullable Object condition, boolean presence) {
		Map<String, Object> map = Trees.map(condition);
		return (condition == null) || (map.isEmpty() && presence)
				|| (map.size() == 1 && Set.of("exact", "prefix", "regex").containsAll(map.keySet())
						&& map.values().stream().allMatch(String.class::isInstance));
	}

	private static @Nullable List<String> methods(Map<String, Object> match) {
		Map<String, Object> method = Trees.map(match.get("method"));
		if (method.isEmpty()) {
			return List.of();
		}
		String regex = Trees.text(method.get("regex"));
		if (regex.matches("[A-Z]+(\\|[A-Z]+)+")) {
			return List.of(regex.split("\\|"));
		}
		return method.containsKey("exact") ? List.of(Trees.text(method.get("exact"))) : null;
	}

	private static Match match(Map<String, Object> match, boolean pair) {
		Map<String, Object> uri = Trees.map(match.get("uri"));
		PathCondition path = null;
		if (!uri.isEmpty()) {
			Map.Entry<String, Object> condition = uri.entrySet().iterator().next();
			boolean root = condition.getKey().equals("prefix") && condition.getValue().equals("/");
			path = new PathCondition((pair || root) ? PathCondition.EXACT_AND_BELOW : condition.getKey(),
					Trees.text(condition.getValue()), Boolean.TRUE.equals(match.get("ignoreUriCase")));
		}
		List<String> methods = methods(match);
		return new Match(path, (methods != null) ? methods : List.of(), conditions(match.get("headers")),
				conditions(match.get("queryParams")));
	}

	private static List<NamedCondition> conditions(@Nullable Object conditions) {
		return Trees.map(conditions).entrySet().stream().map((entry) -> {
			Map<String, Object> condition = Trees.map(entry.getValue());
			String type = condition.keySet().stream().findFirst().orElse("present");
			return new NamedCondition(entry.getKey(), type, Trees.text(condition.get(type)));
		}).toList();
	}

	private List<Destination> destinations(Map<String, Object> entry) {
		if (!readableRoute(entry)) {
			this.kept.add("spec.http[0].route");
			return List.of();
		}
		return Trees.maps(entry.get("route"))
			.stream()
			.map((route) -> new Destination(service(Trees.text(Trees.at(route, "destination", "host")), this.namespace),
					Trees.text(Trees.at(route, "destination", "port", "number")),
					Trees.text(Trees.at(route, "destination", "subset")), Trees.text(route.get("weight"))))
			.toList();
	}

	static boolean readableRoute(Map<String, Object> entry) {
		return Trees.maps(entry.get("route"))
			.stream()
			.allMatch((route) -> Set.of("destination", "weight").containsAll(route.keySet())
					&& Set.of("host", "port", "subset").containsAll(Trees.map(route.get("destination")).keySet()));
	}

	/**
	 * The Service that a destination's host means.
	 * @param host the host
	 * @param namespace the namespace of the VirtualService
	 * @return the Service's name if it is of that namespace; else the host
	 */
	static String service(String host, String namespace) {
		for (String suffix : List.of("", ".svc", ".svc.cluster.local")) {
			String end = "." + namespace + suffix;
			if (host.endsWith(end) && !host.substring(0, host.length() - end.length()).contains(".")) {
				return host.substring(0, host.length() - end.length());
			}
		}
		return host;
	}

	private @Nullable Rewrite rewrite(Map<String, Object> entry) {
		Map<String, Object> rewrite = Trees.map(entry.get("rewrite"));
		others(rewrite, Set.of("uri"), "spec.http[0].rewrite");
		return rewrite.containsKey("uri") ? new Rewrite(Trees.text(rewrite.get("uri"))) : null;
	}

	private @Nullable Retries retries(Map<String, Object> entry) {
		Map<String, Object> retries = Trees.map(entry.get("retries"));
		others(retries, Set.of("attempts", "perTryTimeout"), "spec.http[0].retries");
		return retries.isEmpty() ? null
				: new Retries(Trees.text(retries.get("attempts")), Trees.text(retries.get("perTryTimeout")));
	}

	private @Nullable Redirect redirect(Map<String, Object> entry) {
		Map<String, Object> redirect = Trees.map(entry.get("redirect"));
		others(redirect, REDIRECT, "spec.http[0].redirect");
		return redirect.isEmpty() ? null
				: new Redirect(Trees.text(redirect.get("uri")), Trees.text(redirect.get("authority")),
						Trees.text(redirect.get("scheme")), Trees.text(redirect.get("redirectCode")));
	}

}
