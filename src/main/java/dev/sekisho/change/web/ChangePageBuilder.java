package dev.sekisho.change.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Phase;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.parts.Audience;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.parts.DiffPart;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.change.parts.PreviewParts;
import dev.sekisho.change.web.ChangePage.Actions;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.web.PlainText;
import dev.sekisho.web.Times;

/**
 * Gathers what the page of a change says to one reader.
 */
@Component
class ChangePageBuilder {

	private final Changes changes;

	private final ChangeRows rows;

	private final PreviewParts parts;

	private final Rights rights;

	private final Sending sending;

	private final ChangeTexts texts;

	private final MessageSource messages;

	private final Times times;

	private final HeldBack held;

	ChangePageBuilder(Changes changes, ChangeRows rows, PreviewParts parts, Rights rights, Sending sending,
			ChangeTexts texts, MessageSource messages, Times times, HeldBack held) {
		this.changes = changes;
		this.rows = rows;
		this.parts = parts;
		this.rights = rights;
		this.sending = sending;
		this.texts = texts;
		this.messages = messages;
		this.times = times;
		this.held = held;
	}

	ChangePage of(Caller caller, ChangeView view, Locale locale) {
		RouteChange change = view.change();
		Preview now = view.preview();
		PreviewPart preview = (now != null) ? this.parts.of(caller, now, Audience.AUTHOR, locale) : null;
		RouteReview review = view.review();
		String detail = this.rows.detail(change, locale);
		return new ChangePage(change, this.rows.of(change, locale), summary(change, locale),
				PlainText.lines(change.reason()),
				ChangeStep.of(view, detail, this.held.is(change), this.texts, this.times, locale),
				ChangeEvent.of(view, this.texts, locale), preview, diff(view, preview), found(change, locale), review,
				(review != null) ? acknowledged(change, review, locale) : List.of(), DriftPart.of(view.drift()),
				next(change, locale), this.changes.successor(change).map((next) -> next.key().name()).orElse(""),
				view.history()
					.stream()
					.filter((other) -> !other.key().equals(change.key()))
					.map((other) -> this.rows.of(other, locale))
					.toList(),
				actions(caller, change, locale), this.rows.obstacle(change, locale), view.complete());
	}

	private String summary(RouteChange change, Locale locale) {
		return this.texts.text("summary." + change.action().text(), locale, change.virtualService().toString(),
				change.sharedGateway(), change.author().username());
	}

	// An open change is compared with the live object, a closed one with what it was made
	// from.
	private static @Nullable DiffPart diff(ChangeView view, @Nullable PreviewPart preview) {
		if (preview != null) {
			return preview.diff();
		}
		boolean kept = view.change().baseline().absent() || view.baseline() != null;
		return (view.complete() && kept) ? DiffPart.between(view.baseline(), view.proposed()) : null;
	}

	private List<String> found(RouteChange change, Locale locale) {
		return change.status().findings().stream().map((found) -> title(found, locale)).distinct().toList();
	}

	private List<String> acknowledged(RouteChange change, RouteReview review, Locale locale) {
		Set<String> ticked = Set.copyOf(review.spec().acknowledged());
		return change.status()
			.findings()
			.stream()
			.filter((found) -> ticked.contains(found.id()))
			.map((found) -> title(found, locale))
			.toList();
	}

	private String title(Found found, Locale locale) {
		String code = PlainText.line(found.code());
		return String.valueOf(this.messages.getMessage("check." + found.code() + ".title", null, code, locale));
	}

	private String next(RouteChange change, Locale locale) {
		boolean blocked = change.phase() == Phase.PENDING
				&& change.status().findings().stream().anyMatch((found) -> found.severity().equals("Blocking"));
		return this.texts.text("next." + (blocked ? "Blocked" : change.phase().text()), locale);
	}

	private Actions actions(Caller caller, RouteChange change, Locale locale) {
		String off = this.sending.off(change.sharedGateway(), locale);
		boolean own = change.author().username().equals(caller.username());
		boolean pending = change.phase() == Phase.PENDING;
		try {
			boolean author = this.rights.authorNamespaces(caller).contains(change.key().namespace());
			return new Actions(own && pending, author,
					pending && !own && this.rights.isReviewer(caller, change.sharedGateway()), off);
		}
		catch (ClusterException ex) {
			return new Actions(own && pending, false, false, off);
		}
	}

}
