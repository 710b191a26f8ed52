package dev.sekisho.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ImpactView;
import dev.sekisho.change.RouteChange;
import dev.sekisho.review.Outlook;
import dev.sekisho.web.PlainText;

/**
 * A waiting change as one row of the queue.
 *
 * @param namespace its namespace
 * @param name its name
 * @param title what it does, in a few words
 * @param author who sent it
 * @param team the author's team
 * @param known whether it can be told what it would do
 * @param tone how bad the impact is: {@code ok}, {@code warn}, {@code bad} or empty
 * @param impact what it does to whose traffic, in one line
 * @param touches the other teams it touches; empty for none
 * @param acknowledge how many findings have to be acknowledged
 * @param warnings how many other warnings there are
 * @param blocking how many findings block it
 * @param created when it was sent
 * @param age how long it has been waiting
 */
record QueueView(String namespace, String name, String title, String author, String team, boolean known, String tone,
		String impact, String touches, int acknowledge, int warnings, int blocking, Instant created, String age) {

	static QueueView of(RouteChange change, @Nullable Outlook outlook, ReviewTexts texts, Instant now, Locale locale) {
		String namespace = change.key().namespace();
		String title = texts.title(change, locale);
		String author = PlainText.line(change.author().username());
		String age = texts.age(Duration.between(change.created(), now), locale);
		if (outlook == null) {
			return new QueueView(namespace, change.key().name(), title, author, texts.team(namespace, locale), false,
					"", texts.text(locale, "queue.unknown"), "", 0, 0, 0, change.created(), age);
		}
		List<Touched> touched = Touched.of(outlook.impact(), namespace);
		return new QueueView(namespace, change.key().name(), title, author, texts.team(namespace, locale), true,
				tone(outlook), impact(outlook.impact(), namespace, texts, locale),
				texts.teams(touched.stream().map(Touched::namespace).toList(), locale), outlook.acknowledge(),
				outlook.warnings(), outlook.blocking(), change.created(), age);
	}

	private static String tone(Outlook outlook) {
		List<ImpactView.Group> groups = outlook.impact().groups();
		return groups.isEmpty() ? "ok" : groups.get(0).kind().tone();
	}

	// The worst group, and whether there is more.
	private static String impact(ImpactView impact, String own, ReviewTexts texts, Locale locale) {
		if (impact.groups().isEmpty()) {
			return texts.text(locale, "queue.none");
		}
		ImpactView.Group worst = impact.groups().get(0);
		List<String> others = Touched.of(new ImpactView(List.of(worst), 0, 0, 0), own)
			.stream()
			.map(Touched::namespace)
			.toList();
		String text = texts.text(locale, "queue." + worst.kind().name(), worst.lines().size(),
				texts.teams(others, locale), texts.team(own, locale));
		int more = impact.moved() - worst.lines().size();
		return (more > 0) ? texts.text(locale, "queue.more", text, more) : text;
	}

}
