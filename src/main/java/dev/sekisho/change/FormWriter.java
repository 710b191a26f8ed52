package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.RouteForm.Redirect;
import dev.sekisho.change.RouteForm.Retries;
import dev.sekisho.change.RouteForm.Rewrite;

/**
 * Writes the {@code http} entries of a form.
 */
final class FormWriter {

	private final RouteForm form;

	FormWriter(RouteForm form) {
		this.form = form;
	}

	/**
	 * The entries. One, except where a path "and below" is rewritten: Envoy replaces the
	 * matched prefix as it is, so {@code /a/} needs another replacement than {@code /a}.
	 * @param base the entry the form was filled from; empty for a new one
	 * @return the entries, each changeable
	 */
	List<Map<String, Object>> entries(Map<String, Object> base) {
		List<Object> here = new ArrayList<>();
		List<Object> below = new ArrayList<>();
		for (Match match : this.form.matches()) {
			here.add(match(match, false));
			if (hasBelow(match)) {
				(split() ? below : here).add(match(match, true));
			}
		}
		for (Map<String, Object> kept : Trees.maps(base.get("match"))) {
			if (!FormReader.readable(kept)) {
				here.add(kept);
			}
		}
		List<Map<String, Object>> entries = new ArrayList<>();
		entries.add(entry(here, base, rewriteUri()));
		if (!below.isEmpty()) {
			entries.add(entry(below, base, rewriteUri() + "/"));
		}
		return entries;
	}

	private String rewriteUri() {
		Rewrite rewrite = this.form.rewrite();
		return (rewrite != null) ? rewrite.uri() : "";
	}

	private boolean split() {
		return !rewriteUri().isEmpty() && !rewriteUri().endsWith("/");
	}

	private Map<String, Object> entry(List<Object> matches, Map<String, Object> base, String rewriteUri) {
		Map<String, Object> entry = new LinkedHashMap<>();
		if (!matches.isEmpty()) {
			entry.put("match", matches);
		}
		Map<String, Object> rewrite = Trees.map(base.get("rewrite"));
		rewrite.remove("uri");
		if (!rewriteUri.isEmpty()) {
			rewrite.put("uri", rewriteUri);
		}
		put(entry, "rewrite", rewrite);
		put(entry, "redirect", redirect(Trees.map(base.get("redirect"))));
		List<Object> route = route(base);
		if (!route.isEmpty()) {
			entry.put("route", route);
		}
		if (!this.form.timeout().isEmpty()) {
			entry.put("timeout", this.form.timeout());
		}
		put(entry, "retries", retries(Trees.map(base.get("retries"))));
		return entry;
	}

	private static void put(Map<String, Object> entry, String name, Map<String, Object> value) {
		if (!value.isEmpty()) {
			entry.put(name, value);
		}
	}

	private List<Object> route(Map<String, Object> base) {
		List<Object> route = new ArrayList<>();
		for (Destination destination : this.form.destinations()) {
			route.add(destination(destination, Trees.maps(base.get("route"))));
		}
		if (route.isEmpty() && !FormReader.readableRoute(base)) {
			route.addAll(Trees.maps(base.get("route")));
		}
		return route;
	}

	private Map<String, Object> destination(Destination destination, List<Map<String, Object>> old) {
		Map<String, Object> target = new LinkedHashMap<>();
		target.put("host", host(destination, old));
		if (!destination.port().isEmpty()) {
			target.put("port", Map.of("number", Integer.valueOf(destination.port())));
		}
		if (!destination.subset().isEmpty()) {
			target.put("subset", destination.subset());
		}
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("destination", target);
		if (!destination.weight().isEmpty()) {
			entry.put("weight", Integer.valueOf(destination.weight()));
		}
		return entry;
	}

	private String host(Destination destination, List<Map<String, Object>> old) {
		for (Map<String, Object> entry : old) {
			String host = Trees.text(Trees.at(entry, "destination", "host"));
			if (FormReader.service(host, this.form.namespace()).equals(destination.service())) {
				return host;
			}
		}
		return destination.service().contains(".") ? destination.service()
				: destination.service() + "." + this.form.namespace() + ".svc.cluster.local";
	}

	private Map<String, Object> redirect(Map<String, Object> base) {
		Redirect redirect = this.form.redirect();
		if (redirect == null || redirect.empty()) {
			return Map.of();
		}
		Map<String, Object> tree = new LinkedHashMap<>();
		texts(tree, "uri", redirect.uri());
		texts(tree, "authority", redirect.authority());
		texts(tree, "scheme", redirect.scheme());
		if (!redirect.code().isEmpty()) {
			tree.put("redirectCode", Integer.valueOf(redirect.code()));
		}
		base.forEach((name, value) -> {
			if (!FormReader.REDIRECT.contains(name)) {
				tree.put(name, value);
			}
		});
		return tree;
	}

	private Map<String, Object> retries(Map<String, Object> base) {
		Retries retries = this.form.retries();
		if (retries == null || retries.attempts().isEmpty()) {
			return Map.of();
		}
		base.put("attempts", Integer.valueOf(retries.attempts()));
		base.remove("perTryTimeout");
		texts(base, "perTryTimeout", retries.perTryTimeout());
		return base;
	}

	private static void texts(Map<String, Object> tree, String name, String value) {
		if (!value.isEmpty()) {
			tree.put(name, value);
		}
	}

	private static boolean hasBelow(Match match) {
		PathCondition path = match.path();
		return path != null && path.type().equals(PathCondition.EXACT_AND_BELOW) && !path.value().equals("/");
	}

	private Map<String, Object> match(Match match, boolean below) {
		Map<String, Object> tree = new LinkedHashMap<>();
		PathCondition path = match.path();
		if (path != null) {
			tree.put("uri", uri(path, below));
			if (path.ignoreCase()) {
				tree.put("ignoreUriCase", true);
			}
		}
		if (match.methods().size() == 1) {
			tree.put("method", Map.of("exact", match.methods().get(0)));
		}
		else if (!match.methods().isEmpty()) {
			tree.put("method", Map.of("regex", String.join("|", match.methods())));
		}
		put(tree, "headers", conditions(match.headers()));
		put(tree, "queryParams", conditions(match.queryParams()));
		return tree;
	}

	private static Map<String, Object> uri(PathCondition path, boolean below) {
		if (!path.type().equals(PathCondition.EXACT_AND_BELOW)) {
			return Map.of(path.type(), path.value());
		}
		String value = path.value().equals("/") ? "" : path.value().replaceFirst("/+$", "");
		return (below || value.isEmpty()) ? Map.of("prefix", value + "/") : Map.of("exact", value);
	}

	private static Map<String, Object> conditions(List<NamedCondition> conditions) {
		return conditions.stream()
			.collect(Collectors.toMap(NamedCondition::name, FormWriter::condition, (first, second) -> second,
					TreeMap::new));
	}

	private static @Nullable Object condition(NamedCondition condition) {
		return condition.type().equals("present") ? Map.of() : Map.of(condition.type(), condition.value());
	}

}
