package dev.sekisho.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.Action;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Condition;
import dev.sekisho.change.ImpactView;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.parts.Audience;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.parts.CheckPart;
import dev.sekisho.change.parts.DiffPart;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.change.parts.PreviewParts;
import dev.sekisho.review.Standing;
import dev.sekisho.review.web.ReviewView.Judged;
import dev.sekisho.review.web.ReviewView.Tick;
import dev.sekisho.review.web.ReviewView.TouchedTeam;
import dev.sekisho.route.Owner;
import dev.sekisho.web.PlainText;

/**
 * Makes the view of an opened change.
 */
@Component
class ReviewViews {

	private final Rights rights;

	private final PreviewParts parts;

	private final ChangeTexts changeTexts;

	private final ReviewTexts texts;

	ReviewViews(Rights rights, PreviewParts parts, ChangeTexts changeTexts, ReviewTexts texts) {
		this.rights = rights;
		this.parts = parts;
		this.changeTexts = changeTexts;
		this.texts = texts;
	}

	ReviewView view(Caller caller, ChangeView opened, Standing standing, DecisionForm form, Locale locale) {
		RouteChange change = opened.change();
		Preview preview = opened.preview();
		Judged judged = (preview != null) ? judged(caller, change, preview, form, locale) : null;
		return new ReviewView(change.key().namespace(), change.key().name(), change.virtualService().toString(),
				change.action().text(), this.texts.title(change, locale), PlainText.line(change.author().username()),
				this.texts.team(change.key().namespace(), locale), PlainText.line(change.reason()), change.created(),
				this.texts.age(Duration.between(change.created(), Instant.now()), locale), change.phase().text(),
				standing, why(change, locale),
				(judged != null) ? judged.part().diff() : DiffPart.between(opened.baseline(), opened.proposed()),
				judged, verdict(opened.review()));
	}

	private Judged judged(Caller caller, RouteChange change, Preview preview, DecisionForm form, Locale locale) {
		PreviewPart part = this.parts.of(caller, preview, Audience.REVIEWER, locale);
		return new Judged(part, ticks(part, form, locale), touched(caller, preview, locale), effect(preview, locale),
				change.specHash(), preview.digest().hash(), preview.sharedGateway().name(),
				preview.sharedGateway().generation(), preview.freshness().asOf());
	}

	private List<Tick> ticks(PreviewPart part, DecisionForm form, Locale locale) {
		return part.checks()
			.lines()
			.stream()
			.filter(CheckPart.Line::acknowledge)
			.map((line) -> new Tick(line.id(), this.texts.text(locale, "tick", line.title(), line.message()),
					form.ticked().contains(line.id())))
			.toList();
	}

	private List<TouchedTeam> touched(Caller caller, Preview preview, Locale locale) {
		String own = preview.virtualService().namespace();
		Predicate<String> sees = this.rights.visibility(caller, preview.sharedGateway().name())::sees;
		return Touched.of(ImpactView.of(preview.verdict().impact(), sees.or(own::equals)), own)
			.stream()
			.map((touched) -> team(touched, own, locale))
			.toList();
	}

	private TouchedTeam team(Touched touched, String own, Locale locale) {
		String key = "touched." + touched.kind().name();
		String text = this.texts.text(locale, key, touched.count(), this.texts.team(own, locale));
		String badge = this.texts.text(locale, key + ".badge");
		Owner owner = touched.namespace().isEmpty() ? new Owner(this.texts.text(locale, "hidden"), "")
				: this.texts.owner(touched.namespace());
		return new TouchedTeam(PlainText.line(owner.team()), PlainText.line(owner.contact()), text, badge,
				touched.kind().tone());
	}

	private String effect(Preview preview, Locale locale) {
		String name = preview.virtualService().toString();
		Place place = Place.of(preview);
		if (preview.action() == Action.DELETE) {
			return this.texts.text(locale, "effect.Delete", name);
		}
		String key = "effect." + preview.action().text();
		return (place != null) ? this.texts.text(locale, key, name, place.position(), place.of())
				: this.texts.text(locale, key + ".nowhere", name);
	}

	private String why(RouteChange change, Locale locale) {
		return change.status()
			.conditions()
			.stream()
			.filter((condition) -> !condition.holds() && !condition.type().equals(Condition.DRIFTED))
			.map((condition) -> this.changeTexts.condition(condition, locale))
			.reduce((first, last) -> last)
			.orElse("");
	}

	private static ReviewView.@Nullable Verdict verdict(@Nullable RouteReview review) {
		return (review != null)
				? new ReviewView.Verdict(review.verdict().text(), PlainText.line(review.spec().reviewer().username()),
						PlainText.line(review.spec().reason()), review.created())
				: null;
	}

}
