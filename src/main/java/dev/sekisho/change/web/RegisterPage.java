package dev.sekisho.change.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.parts.CheckPart;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.route.ServiceEntryPoint;
import dev.sekisho.web.PlainText;

/**
 * The page on which a route is registered or edited.
 *
 * @param form what the form shows
 * @param input what goes with it
 * @param choices what there is to choose from
 * @param notes the messages under the fields, by place
 * @param problems the messages that belong to no field; those of a YAML text
 * @param errors what stands above the form after something was sent, by control
 * @param kept the settings the form can't show
 * @param preview what it would do; {@code null} if that isn't known
 * @param gateway the shared gateway it is for; empty if that isn't known
 * @param yaml the VirtualService as YAML; empty if there is none yet
 * @param off why there is no preview; empty if there is one
 * @param computed what the preview was computed from and how long it took
 * @param unsendable why nothing can be sent; empty if it can
 * @param undo how the last click is undone; {@code null} if there was none
 * @param advanced what the folded parts of the form hold
 * @param suggestedName the name that is taken if none is typed; may be empty
 * @param placeholder an example of a path
 */
record RegisterPage(RouteForm form, DraftInput input, Choices choices, Map<String, List<FieldNote>> notes,
		List<FieldNote> problems, Map<String, String> errors, List<String> kept, @Nullable PreviewPart preview,
		String gateway, String yaml, String off, String computed, String unsendable, @Nullable Undo undo,
		AdvancedSummary advanced, String suggestedName, String placeholder) {

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

	/** An empty row of conditions, for the page's script. */
	public static final NamedCondition NO_CONDITION = new NamedCondition("", "", "");

	/** An empty match, for the page's script. */
	public static final Match NO_MATCH = new Match(new PathCondition("", "", false), List.of(), List.of(), List.of());

	/** An empty destination, for the page's script. */
	public static final Destination NO_DESTINATION = new Destination("", "", "", "");

	/**
	 * The id of a field's control.
	 * @param path the field's path
	 * @return the id
	 */
	public String id(String path) {
		return Ids.of(path);
	}

	/**
	 * The control that the messages of a place are about.
	 * @param path the place's path
	 * @return the control's id
	 */
	public String control(String path) {
		return Ids.of(path.startsWith("destinations") ? path + ".service" : path);
	}

	/**
	 * The path of a row that the page's script adds to a list.
	 * @param list the list's path
	 * @return the path, with a placeholder for the row's number
	 */
	public String newRow(String list) {
		return list + "[__index__]";
	}

	/**
	 * The path of a row in a list inside a row.
	 * @param list the list's path
	 * @return the path, with another placeholder
	 */
	public String newInnerRow(String list) {
		return list + "[__inner__]";
	}

	/**
	 * The messages of a place.
	 * @param path the place's path
	 * @return the messages; none for a row that isn't there yet
	 */
	public List<FieldNote> at(String path) {
		return this.notes.getOrDefault(path, List.of());
	}

	/**
	 * Whether a field is wrong.
	 * @param path the place's path
	 * @return {@code true} if a message says so
	 */
	public boolean wrong(String path) {
		return at(path).stream().anyMatch((note) -> note.tone().equals("bad"));
	}

	/**
	 * How bad the messages of a place are.
	 * @param path the place's path
	 * @return {@code bad}, {@code warn} or empty
	 */
	public String tone(String path) {
		return wrong(path) ? "bad" : (at(path).stream().anyMatch((note) -> note.tone().equals("warn")) ? "warn" : "");
	}

	/**
	 * Whether a folded part of the form stands open: something is wrong in it.
	 * @param path the place's path
	 * @return {@code true} if it does
	 */
	public boolean opens(String path) {
		return !tone(path).isEmpty();
	}

	/**
	 * The methods to tick.
	 * @param match a match
	 * @return the usual ones and those that the match holds
	 */
	public Set<String> methods(Match match) {
		Set<String> methods = new LinkedHashSet<>(METHODS);
		methods.addAll(match.methods());
		return methods;
	}

	/**
	 * How many conditions on headers and query parameters there are.
	 * @param match a match
	 * @return the count
	 */
	public int conditions(Match match) {
		return match.headers().size() + match.queryParams().size();
	}

	/**
	 * A member of the redirect.
	 * @param member {@code uri}, {@code authority}, {@code scheme} or {@code code}
	 * @return its value; empty if there is none
	 */
	public String redirect(String member) {
		RouteForm.Redirect redirect = this.form.redirect();
		if (redirect == null) {
			return "";
		}
		return switch (member) {
			case "uri" -> redirect.uri();
			case "authority" -> redirect.authority();
			case "scheme" -> redirect.scheme();
			default -> redirect.code();
		};
	}

	/**
	 * The YAML with control characters escaped.
	 * @return the YAML to look at
	 */
	public String plainYaml() {
		return PlainText.lines(this.yaml);
	}

	/**
	 * How many fields are wrong.
	 * @return the count of messages that block
	 */
	public long blocking() {
		return all("bad");
	}

	/**
	 * How many messages warn.
	 * @return the count
	 */
	public long warnings() {
		PreviewPart shown = this.preview;
		CheckPart checks = (shown != null) ? shown.checks() : null;
		return (checks != null) ? checks.toAcknowledge() + checks.warnings() : all("warn");
	}

	private long all(String tone) {
		long fields = this.notes.values()
			.stream()
			.flatMap(List::stream)
			.filter((note) -> note.tone().equals(tone))
			.count();
		return fields + this.problems.stream().filter((note) -> note.tone().equals(tone)).count();
	}

	/**
	 * What there is to choose from.
	 *
	 * @param namespaces the namespaces the caller may author in
	 * @param services the Services of the namespace
	 * @param gateways the shared gateways; one or none where there is no choice
	 * @param hosts the hosts that claims and neighbours offer
	 * @param redirect whether the shared gateway allows redirects
	 */
	record Choices(List<String> namespaces, List<ServiceEntryPoint> services, List<String> gateways, List<String> hosts,
			boolean redirect) {

		/**
		 * The ports of a Service.
		 * @param service its name
		 * @return its ports; none if there is no such Service
		 */
		public List<ServiceEntryPoint.Port> ports(String service) {
			return this.services.stream()
				.filter((one) -> one.name().equals(service))
				.findFirst()
				.map(ServiceEntryPoint::ports)
				.orElse(List.of());
		}

	}

	/**
	 * How the last click is undone.
	 *
	 * @param text what the click did
	 * @param name the parameter to post: {@code fix} or {@code restore}
	 * @param value its value
	 */
	record Undo(String text, String name, String value) {

	}

}
