package dev.sekisho.analyze;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Finding;
import dev.sekisho.check.Need;
import dev.sekisho.check.Wording;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.RouteMatch;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.validation.Defect;

/**
 * Says in English what routes, requests and defects are. What comes from a manifest is
 * shown without control characters.
 */
final class Words {

	private static final ResourceBundle CHECK = ResourceBundle.getBundle("messages.check", Locale.ROOT,
			ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

	private static final Wording WORDING = new Wording(Words::text, (namespace) -> true, UnaryOperator.identity());

	private Words() {
	}

	static String of(Defect defect) {
		return text("check." + defect.law().code() + ".message",
				defect.arguments().stream().map(Words::visible).toArray());
	}

	static String of(Finding finding) {
		return WORDING.message(finding);
	}

	static String of(Need need) {
		return switch (need) {
			case CHANGE -> "nothing is to be changed";
			case SHARED_GATEWAY -> "no SharedGateway in the input";
			case CLAIMS -> "no SharedGateway in the input, or claims by labels and no Namespace";
			case SERVICES -> "no Service in the input";
			case DESTINATION_RULES -> "no DestinationRule in the input";
			case NAMESPACES -> "no Namespace in the input";
			case INGRESSES -> "no Ingress in the input";
			case MESH_SETTINGS -> "--trusted-proxies isn't given";
		};
	}

	// As the portal does: a text without arguments stands as it is.
	static String text(String key, Object... arguments) {
		String text = CHECK.getString(key);
		return (arguments.length > 0) ? new MessageFormat(text, Locale.ROOT).format(arguments) : text;
	}

	static String of(HttpRequest request) {
		StringBuilder text = new StringBuilder(request.method()).append(" http://")
			.append(request.host())
			.append(request.target());
		request.headers()
			.forEach((header) -> text.append(" -H '")
				.append(header.name())
				.append(": ")
				.append(header.value())
				.append("'"));
		return visible(text.toString());
	}

	static String of(Route route) {
		return visible(route.virtualService() + " http[" + route.httpIndex() + "].match[" + route.matchIndex() + "] ("
				+ of(route.match()) + ")");
	}

	static String of(RouteMatch match) {
		StringBuilder text = new StringBuilder(of(match.path()));
		if (match.ignoreCase()) {
			text.append(" ignoring case");
		}
		add(text, "method", match.method());
		add(text, "scheme", match.scheme());
		add(text, "authority", match.authority());
		match.headers().forEach((header) -> add(text, "header " + header.name(), header.value()));
		match.withoutHeaders().forEach((header) -> add(text, "not header " + header.name(), header.value()));
		match.queryParams().forEach((param) -> add(text, "query " + param.name(), param.value()));
		return visible(text.toString());
	}

	static String of(RouteAction action) {
		if (action instanceof RouteAction.Forward forward) {
			List<String> targets = forward.destinations()
				.stream()
				.map((to) -> to.host() + ":" + to.port() + (to.subset().isEmpty() ? "" : "/" + to.subset()))
				.toList();
			return visible(targets.isEmpty() ? "nowhere" : String.join(", ", targets));
		}
		return (action instanceof RouteAction.Redirect redirect) ? "redirect " + redirect.code()
				: "response " + ((RouteAction.DirectResponse) action).status();
	}

	static String visible(String text) {
		StringBuilder shown = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> {
			int type = Character.getType(point);
			if (Character.isISOControl(point) || type == Character.FORMAT || type == Character.SURROGATE
					|| type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
				shown.append(String.format(Locale.ROOT, "\\u%04X", point));
			}
			else {
				shown.appendCodePoint(point);
			}
		});
		return shown.toString();
	}

	private static void add(StringBuilder text, String what, @Nullable StringMatch match) {
		if (match != null) {
			text.append(", ").append(what).append(' ').append(of(match));
		}
	}

	private static String of(StringMatch match) {
		return switch (match.kind()) {
			case EXACT -> "= " + match.value();
			case PREFIX -> match.value() + "*";
			case REGEX -> "~ " + match.value();
			case PRESENT -> "present";
		};
	}

}
