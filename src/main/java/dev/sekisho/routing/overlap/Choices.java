package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.sekisho.routing.automaton.Atoms;
import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.overlap.Choice.Option;

/**
 * The dimensions in which some routes tell requests apart.
 */
final class Choices {

	private static final int BUDGET = 20_000;

	private static final int LINES_LIMIT = 128;

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz1234567890";

	private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private static final String HOST_CHARS = LETTERS + ".-:_~" + CAPITALS;

	private static final String VALUE_CHARS = LETTERS + "-_./" + CAPITALS + "~%!$&'()*+,;=:@[]\"<>^`{|}\\?#";

	private static final String QUERY_CHARS = LETTERS + "-_./" + CAPITALS + "~%!$'()*+,;=:@[]\"<>^`{|}\\?";

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS",
			"TRACE", "PROPFIND", "SEARCH", "PURGE", "COPY", "LOCK", "MOVE", "MERGE", "NOTIFY", "REPORT", "LINK");

	private final Clients clients;

	private final List<Choice> choices = new ArrayList<>();

	private Choices(Clients clients) {
		this.clients = clients;
	}

	/**
	 * Finds the dimensions beside the path and their options.
	 * @param routes the routes, whose path conditions hold
	 * @param clients where the requests come from
	 * @return the dimensions
	 */
	static List<Choice> of(List<CompiledRoute> routes, Clients clients) {
		Choices choices = new Choices(clients);
		Constraints constraints = Constraints.of(routes);
		Map<String, List<Constraint>> headers = constraints.headers();
		choices.addMethods(headers.getOrDefault(":method", List.of()));
		List<Constraint> scheme = new ArrayList<>(headers.getOrDefault(":scheme", List.of()));
		scheme.addAll(headers.getOrDefault("x-forwarded-proto", List.of()));
		choices.addSchemes(scheme);
		choices.addHosts(headers.getOrDefault(":authority", List.of()), clients.hosts());
		headers.forEach((name, some) -> {
			if (!Set.of(":method", ":scheme", ":authority", "x-forwarded-proto").contains(name)) {
				choices.addHeader(name, some);
			}
		});
		constraints.queryParams().forEach(choices::addQuery);
		choices.addFree(constraints.untold());
		return choices.choices;
	}

	private void addMethods(List<Constraint> constraints) {
		if (constraints.isEmpty()) {
			return;
		}
		Map<BitSet, Option> options = new LinkedHashMap<>();
		for (String method : METHODS) {
			BitSet failing = Constraint.failing(constraints, List.of(method));
			options.putIfAbsent(failing,
					new Option(failing, method.equals("GET") ? 0 : 2, (sketch) -> sketch.method(method)));
		}
		add(constraints, options, true);
	}

	private void addSchemes(List<Constraint> constraints) {
		if (constraints.isEmpty() && this.clients.anyScheme()) {
			return;
		}
		Set<String> values = new LinkedHashSet<>(List.of("", "https"));
		if (this.clients.mesh().numTrustedProxies() > 0) {
			values.add("HTTPS");
			values.addAll(atoms(constraints, VALUE_CHARS).shortest().values());
		}
		else {
			values.remove("https");
		}
		Map<BitSet, Option> options = new LinkedHashMap<>();
		for (String forwarded : values) {
			String scheme = forwarded.equalsIgnoreCase("https") ? "https" : "http";
			if (this.clients.anyScheme() || scheme.equals("https")) {
				String header = forwarded.isEmpty() ? "http" : forwarded;
				BitSet failing = Constraint.failing(constraints,
						(name) -> List.of(name.equals(":scheme") ? scheme : header));
				options.putIfAbsent(failing, new Option(failing, forwarded.isEmpty() ? 0 : 1, (sketch) -> {
					if (!forwarded.isEmpty()) {
						sketch.header("x-forwarded-proto", forwarded);
					}
				}));
			}
		}
		add(constraints, options, true);
	}

	private void addHosts(List<Constraint> constraints, HostClass hosts) {
		Map<BitSet, Option> options = new LinkedHashMap<>();
		BitSet natural = Constraint.failing(constraints, List.of(hosts.host()));
		options.put(natural, new Option(natural, 0, (sketch) -> sketch.host(hosts.host())));
		boolean complete = true;
		if (!constraints.isEmpty()) {
			List<Automaton> members = Constraint.automata(constraints);
			hosts.narrower().forEach((domain) -> members.add(HostClass.automaton(domain)));
			Atoms atoms = new Atoms(members, List.of(HostClass.automaton(hosts.domain())), HOST_CHARS, BUDGET);
			complete = atoms.complete();
			atoms.shortest().forEach((accepted, host) -> {
				if (accepted.nextSetBit(constraints.size()) < 0) {
					BitSet failing = Constraint.failing(constraints, List.of(host));
					options.putIfAbsent(failing, new Option(failing, 2, (sketch) -> sketch.host(host)));
				}
			});
		}
		add(constraints, options, complete);
	}

	private void addHeader(String name, List<Constraint> constraints) {
		Map<BitSet, Option> options = new LinkedHashMap<>();
		BitSet absent = Constraint.failing(constraints, List.of());
		options.put(absent, new Option(absent, 0, (sketch) -> {
		}));
		Atoms atoms = atoms(constraints, VALUE_CHARS + " ");
		List<List<String>> lines = new ArrayList<>();
		BiConsumer<List<String>, Integer> offer = (values, cost) -> {
			BitSet failing = Constraint.failing(constraints, values);
			if (!options.containsKey(failing)) {
				lines.add(values);
				options.put(failing,
						new Option(failing, cost, (sketch) -> values.forEach((value) -> sketch.header(name, value))));
			}
		};
		atoms.shortest().values().forEach((value) -> offer.accept(List.of(value), value.isEmpty() ? 4 : 2));
		for (int i = 0; i < lines.size() && lines.size() < LINES_LIMIT; i++) {
			for (String value : List.copyOf(atoms.shortest().values())) {
				List<String> more = new ArrayList<>(lines.get(i));
				more.add(value);
				offer.accept(more, 4 * more.size());
			}
		}
		add(constraints, options, atoms.complete() && lines.size() < LINES_LIMIT);
	}

	private void addQuery(String name, List<Constraint> constraints) {
		Map<BitSet, Option> options = new LinkedHashMap<>();
		BitSet absent = Constraint.failing(constraints, List.of());
		options.put(absent, new Option(absent, 0, (sketch) -> {
		}));
		if (name.chars().anyMatch((ch) -> ch == '&' || ch == '=' || ch == '#' || ch <= ' ')) {
			add(constraints, options, true);
			return;
		}
		Atoms atoms = atoms(constraints, QUERY_CHARS);
		atoms.shortest().values().forEach((value) -> {
			BitSet failing = Constraint.failing(constraints, List.of(value));
			options.putIfAbsent(failing,
					new Option(failing, value.isEmpty() ? 3 : 2, (sketch) -> sketch.query(name, value)));
		});
		add(constraints, options, atoms.complete());
	}

	// What can't be worked out may hold or not, each on its own.
	private void addFree(BitSet untold) {
		untold.stream().forEach((route) -> {
			BitSet constrained = new BitSet();
			constrained.set(route);
			this.choices.add(new Choice(constrained, List.of(new Option(new BitSet(), 1, (sketch) -> {
			}), new Option(constrained, 1, (sketch) -> {
			})), false));
		});
	}

	private void add(List<Constraint> constraints, Map<BitSet, Option> options, boolean complete) {
		BitSet constrained = new BitSet();
		constraints.forEach((constraint) -> constrained.set(constraint.route()));
		this.choices.add(new Choice(constrained, List.copyOf(options.values()), complete));
	}

	private static Atoms atoms(List<Constraint> constraints, String alphabet) {
		return new Atoms(Constraint.automata(constraints), List.of(), alphabet, BUDGET);
	}

}
