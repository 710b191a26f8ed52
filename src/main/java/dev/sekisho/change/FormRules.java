package dev.sekisho.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.RouteForm.Redirect;
import dev.sekisho.change.RouteForm.Retries;
import dev.sekisho.change.RouteForm.Rewrite;

/**
 * What a form must hold so that a VirtualService can be made of it. What istiod and the
 * gateway's rules say about it is the checks' matter.
 */
final class FormRules {

	private static final int LONGEST = 1024;

	private static final int MOST = 200;

	private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

	private static final Pattern DURATION = Pattern.compile("([0-9]+(\\.[0-9]+)?(ms|h|m|s))+");

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Set<String> PATH_TYPES = Set.of(PathCondition.EXACT_AND_BELOW, "exact", "prefix", "regex");

	private static final Set<String> TYPES = Set.of("exact", "prefix", "regex", "present");

	private final List<InputProblem> problems = new ArrayList<>();

	private final RouteForm form;

	FormRules(RouteForm form) {
		this.form = form;
	}

	List<InputProblem> problems() {
		name(this.form.namespace(), "namespace", 63);
		name(this.form.name(), "name", 253);
		hosts();
		limit(this.form.matches(), "matches");
		for (int i = 0; i < this.form.matches().size(); i++) {
			match(this.form.matches().get(i), Paths.element("matches", i));
		}
		target();
		duration(this.form.timeout(), "timeout");
		Retries retries = this.form.retries();
		if (retries != null) {
			if (!retries.attempts().isEmpty() || !retries.perTryTimeout().isEmpty()) {
				number(retries.attempts(), "retries.attempts", 0, 100);
			}
			duration(retries.perTryTimeout(), "retries.perTryTimeout");
		}
		return List.copyOf(this.problems);
	}

	private void add(String path, String code, String... arguments) {
		this.problems.add(InputProblem.at(path, code, arguments));
	}

	private void name(String name, String path, int longest) {
		InputProblem problem = Names.problem(name, path, longest);
		if (problem != null) {
			this.problems.add(problem);
		}
	}

	private void limit(List<?> list, String path) {
		if (list.size() > MOST) {
			add(path, "too-many", String.valueOf(list.size()), String.valueOf(MOST));
		}
	}

	private void hosts() {
		List<String> hosts = this.form.hosts();
		limit(hosts, "hosts");
		if (hosts.isEmpty()) {
			add("hosts", "required");
		}
		for (int i = 0; i < hosts.size(); i++) {
			String host = hosts.get(i).strip();
			String path = Paths.element("hosts", i);
			if (host.isEmpty()) {
				add(path, "required");
			}
			else if (host.length() > 253 || !HOST.matcher(host).matches()) {
				String plain = host.toLowerCase(Locale.ROOT)
					.replaceFirst("^https?://", "")
					.replaceFirst("[:/.].*$|$", "");
				String lower = host.toLowerCase(Locale.ROOT)
					.replaceFirst("^https?://", "")
					.replaceFirst("(:\\d+)?(/.*)?$", "");
				String fix = (!plain.isEmpty() && HOST.matcher(lower).matches()) ? lower : "";
				this.problems.add(InputProblem.at(path, "host-invalid", host).withFix(fix));
			}
			else if (hosts.indexOf(hosts.get(i)) < i) {
				add(path, "duplicate", host);
			}
		}
	}

	private void match(Match match, String path) {
		PathCondition condition = match.path();
		if (condition != null) {
			path(condition, path + ".path");
		}
		for (int i = 0; i < match.methods().size(); i++) {
			String method = match.methods().get(i);
			if (!TOKEN.matcher(method).matches() || method.length() > 32) {
				add(Paths.element(path + ".methods", i), "method-invalid", method);
			}
		}
		conditions(match.headers(), path + ".headers");
		conditions(match.queryParams(), path + ".queryParams");
	}

	private void path(PathCondition condition, String path) {
		String value = condition.value();
		if (!PATH_TYPES.contains(condition.type())) {
			add(path + ".type", "unknown-choice", condition.type(),
					String.join(", ", PATH_TYPES.stream().sorted().toList()));
		}
		else if (value.isEmpty()) {
			add(path + ".value", "required");
		}
		else if (value.length() > LONGEST) {
			add(path + ".value", "too-long", String.valueOf(value.length()), String.valueOf(LONGEST));
		}
		else if (!condition.type().equals("regex")) {
			pathText(value, path + ".value");
		}
	}

	private void pathText(String value, String path) {
		if (!value.startsWith("/")) {
			this.problems.add(InputProblem.at(path, "path-without-slash", value)
				.withFix(value.contains("://") ? "" : "/" + value));
		}
		else if (value.contains("?") || value.contains("#")) {
			add(path, "path-with-query", value);
		}
		else if (value.chars().anyMatch((c) -> c <= ' ' || c >= 0x7f)) {
			add(path, "path-characters", value);
		}
	}

	private void conditions(List<NamedCondition> conditions, String path) {
		limit(conditions, path);
		for (int i = 0; i < conditions.size(); i++) {
			NamedCondition condition = conditions.get(i);
			String place = Paths.element(path, i);
			if (condition.name().isEmpty()) {
				add(place + ".name", "required");
			}
			else if (path.endsWith("headers") && !TOKEN.matcher(condition.name()).matches()) {
				add(place + ".name", "header-name-invalid", condition.name());
			}
			if (!TYPES.contains(condition.type())) {
				add(place + ".type", "unknown-choice", condition.type(),
						String.join(", ", TYPES.stream().sorted().toList()));
			}
			else if (condition.value().isEmpty() != condition.type().equals("present")) {
				add(place + ".value", condition.value().isEmpty() ? "required" : "value-not-used");
			}
		}
	}

	private void target() {
		Redirect redirect = this.form.redirect();
		List<Destination> destinations = this.form.destinations();
		limit(destinations, "destinations");
		boolean redirects = redirect != null && !redirect.empty();
		if (redirects == !destinations.isEmpty()) {
			add("destinations", redirects ? "redirect-and-destinations" : "required");
		}
		if (redirect != null && redirects && !redirect.code().isEmpty()) {
			number(redirect.code(), "redirect.code", 300, 399);
		}
		for (int i = 0; i < destinations.size(); i++) {
			destination(destinations.get(i), Paths.element("destinations", i), destinations.size() > 1);
		}
		Rewrite rewrite = this.form.rewrite();
		if (rewrite != null && !rewrite.uri().isEmpty()) {
			pathText(rewrite.uri(), "rewrite.uri");
		}
	}

	private void destination(Destination destination, String path, boolean several) {
		name(destination.service(), path + ".service", 253);
		number(destination.port(), path + ".port", 1, 65535);
		if (several || !destination.weight().isEmpty()) {
			number(destination.weight(), path + ".weight", 0, 100);
		}
	}

	private void number(String text, String path, int least, int most) {
		if (text.isEmpty()) {
			add(path, "required");
		}
		else if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
			add(path, "number-invalid", text, String.valueOf(least), String.valueOf(most));
		}
	}

	private void duration(String text, String path) {
		if (!text.isEmpty() && !DURATION.matcher(text).matches()) {
			this.problems.add(InputProblem.at(path, "duration-invalid", text)
				.withFix(text.matches("[0-9]{1,6}") ? text + "s" : ""));
		}
	}

}
