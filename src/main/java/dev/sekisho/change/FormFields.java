package dev.sekisho.change;

import java.util.List;
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
 * Reads a form as a script sends it.
 */
final class FormFields {

	private final FieldReader fields;

	FormFields(FieldReader fields) {
		this.fields = fields;
	}

	RouteForm form() {
		this.fields.only(Set.of("namespace", "name", "hosts", "matches", "destinations", "rewrite", "timeout",
				"retries", "redirect"));
		List<Match> matches = this.fields.objects("matches").stream().map(FormFields::match).toList();
		List<Destination> destinations = this.fields.objects("destinations")
			.stream()
			.map(FormFields::destination)
			.toList();
		return new RouteForm(this.fields.text("namespace"), this.fields.text("name"), this.fields.texts("hosts"),
				matches, destinations, rewrite(), this.fields.text("timeout"), retries(), redirect());
	}

	private static Match match(FieldReader match) {
		match.only(Set.of("path", "methods", "headers", "queryParams"));
		PathCondition path = null;
		if (match.value("path") != null) {
			FieldReader condition = match.object("path");
			condition.only(Set.of("type", "value", "ignoreCase"));
			path = new PathCondition(condition.text("type"), condition.text("value"), condition.flag("ignoreCase"));
		}
		return new Match(path, match.texts("methods"), conditions(match, "headers"), conditions(match, "queryParams"));
	}

	private static List<NamedCondition> conditions(FieldReader match, String name) {
		return match.objects(name).stream().map((condition) -> {
			condition.only(Set.of("name", "type", "value"));
			return new NamedCondition(condition.text("name"), condition.text("type"), condition.text("value"));
		}).toList();
	}

	private static Destination destination(FieldReader destination) {
		destination.only(Set.of("service", "port", "subset", "weight"));
		return new Destination(destination.text("service"), destination.text("port"), destination.text("subset"),
				destination.text("weight"));
	}

	private @Nullable Rewrite rewrite() {
		if (this.fields.value("rewrite") == null) {
			return null;
		}
		FieldReader rewrite = this.fields.object("rewrite");
		rewrite.only(Set.of("uri"));
		return new Rewrite(rewrite.text("uri"));
	}

	private @Nullable Retries retries() {
		if (this.fields.value("retries") == null) {
			return null;
		}
		FieldReader retries = this.fields.object("retries");
		retries.only(Set.of("attempts", "perTryTimeout"));
		return new Retries(retries.text("attempts"), retries.text("perTryTimeout"));
	}

	private @Nullable Redirect redirect() {
		if (this.fields.value("redirect") == null) {
			return null;
		}
		FieldReader redirect = this.fields.object("redirect");
		redirect.only(Set.of("uri", "authority", "scheme", "code"));
		return new Redirect(redirect.text("uri"), redirect.text("authority"), redirect.text("scheme"),
				redirect.text("code"));
	}

}
