package dev.sekisho.change.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sekisho.change.ImpactView;
import dev.sekisho.change.ImpactView.Group;
import dev.sekisho.change.ImpactView.GroupKind;
import dev.sekisho.change.ImpactView.Line;
import dev.sekisho.change.ImpactView.Side;
import dev.sekisho.change.Preview;
import dev.sekisho.change.parts.ImpactPart.Count;
import dev.sekisho.change.parts.ImpactPart.Witness;
import dev.sekisho.web.PlainText;

/**
 * Says a traffic impact in words that need no knowledge of Istio: who answers a request
 * today, and who does after the change.
 */
@Component
class ImpactWords {

	private static final int SHOWN = 6;

	private static final Map<GroupKind, String> ICONS = Map.of(GroupKind.TAKEN_OVER, "takeover", GroupKind.CAPTURED,
			"takeover", GroupKind.GIVEN_UP, "down", GroupKind.FALLS_TO_OTHER, "degraded", GroupKind.NOT_INTENDED,
			"degraded", GroupKind.CANT_TELL, "unknown", GroupKind.FROM_CATCH_ALL, "arrow-in", GroupKind.NEW_TRAFFIC,
			"arrow-in", GroupKind.WITHIN_TEAM, "arrow-right", GroupKind.ACTION_CHANGED, "edit");

	private final ChangeTexts texts;

	ImpactWords(ChangeTexts texts) {
		this.texts = texts;
	}

	ImpactPart of(Preview preview, Predicate<String> sees, Audience audience, Locale locale) {
		ImpactView view = ImpactView.of(preview.verdict().impact(), sees);
		List<StayingRequests.Stay> stays = StayingRequests.of(preview, sees);
		Words words = new Words(preview, locale);
		List<ImpactPart.Group> groups = new ArrayList<>();
		view.groups().forEach((group) -> groups.add(words.group(group)));
		if (!stays.isEmpty()) {
			groups.add(words.staying(stays));
		}
		String tone = view.groups().isEmpty() ? "" : view.groups().get(0).kind().tone();
		return new ImpactPart(counts(view, stays.size(), audience, locale), groups, tone, summary(view, locale));
	}

	private List<Count> counts(ImpactView view, int stays, Audience audience, Locale locale) {
		int taken = view.count(GroupKind.TAKEN_OVER) + view.count(GroupKind.CAPTURED);
		int unsure = view.count(GroupKind.NOT_INTENDED) + view.count(GroupKind.CANT_TELL);
		int lost = view.count(GroupKind.GIVEN_UP) + view.count(GroupKind.FALLS_TO_OTHER);
		List<Count> counts = new ArrayList<>();
		if (audience == Audience.AUTHOR) {
			counts.add(count("moves", view.gained(), "ok", locale));
			counts.add((lost > 0) ? count("given-up", lost, "bad", locale) : count("stays", stays, "", locale));
			counts.add(count("not-intended", unsure, "warn", locale));
			counts.add(count("taken-over", taken, "bad", locale));
		}
		else {
			counts.add(count("taken-over", taken, "bad", locale));
			counts.add((lost > 0) ? count("given-up", lost, "bad", locale) : count("moves", view.gained(), "", locale));
			counts.add(count("not-intended", unsure, "warn", locale));
			counts.add(count("fixed", view.fixed(), "ok", locale));
		}
		return counts;
	}

	private Count count(String name, int number, String tone, Locale locale) {
		return new Count(number, this.texts.text("impact.count." + name, locale, number), (number > 0) ? tone : "");
	}

	private String summary(ImpactView view, Locale locale) {
		return (view.moved() == 0) ? this.texts.text("impact.none", locale)
				: view.groups()
					.stream()
					.map((group) -> this.texts.text("impact.said." + key(group.kind()), locale, group.lines().size()))
					.collect(Collectors.joining(this.texts.text("separator", locale)));
	}

	private static String key(GroupKind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The words for one reader of one preview.
	 */
	private final class Words {

		private final Preview preview;

		private final Locale locale;

		Words(Preview preview, Locale locale) {
			this.preview = preview;
			this.locale = locale;
		}

		ImpactPart.Group group(Group group) {
			GroupKind kind = group.kind();
			List<Witness> witnesses = group.lines().stream().limit(SHOWN).map((line) -> witness(kind, line)).toList();
			String key = "impact.group." + key(kind);
			return new ImpactPart.Group(kind.tone(), ICONS.getOrDefault(kind, "info"), say(key, own()),
					say(key + ".why", own()), witnesses, group.lines().size() - witnesses.size());
		}

		ImpactPart.Group staying(List<StayingRequests.Stay> stays) {
			List<Witness> witnesses = stays.stream().limit(SHOWN).map(this::staying).toList();
			return new ImpactPart.Group("", "equal", say("impact.group.stays", own()),
					say("impact.group.stays.why", own()), witnesses, stays.size() - witnesses.size());
		}

		private Witness staying(StayingRequests.Stay stay) {
			String path = "*".equals(stay.domain()) ? stay.target() : stay.host() + stay.target();
			return new Witness(stay.method(), PlainText.line(path), side(stay.by()), null, "",
					say("impact.reason.stays", side(stay.by())), tryIt(stay.method(), stay.host(), stay.target()));
		}

		private Witness witness(GroupKind kind, Line line) {
			String path = "*".equals(line.virtualHost()) ? line.target() : line.host() + line.target();
			String before = side(line.before());
			String after = side(line.after());
			if (kind == GroupKind.ACTION_CHANGED || before.equals(after)) {
				after = say("impact.side.changed", after);
			}
			String reason = say("impact.reason." + key(kind), before, after, line.matched());
			return new Witness(line.method(), PlainText.line(path), before, after, kind.tone(), reason,
					tryIt(line.method(), line.host(), line.target()));
		}

		private String side(Side side) {
			if (side.hidden()) {
				return say("impact.side.hidden");
			}
			return side.none() ? say("impact.side.none") : PlainText.line(side.namespace() + "/" + side.name());
		}

		private String own() {
			return this.preview.virtualService().namespace();
		}

		private String say(String key, Object... arguments) {
			return ImpactWords.this.texts.text(key, this.locale, arguments);
		}

		private String tryIt(String method, String host, String target) {
			return UriComponentsBuilder.fromPath("/try")
				.queryParam("gateway", "{gateway}")
				.queryParam("method", "{method}")
				.queryParam("url", "{url}")
				.encode()
				.buildAndExpand(this.preview.sharedGateway().name(), method, "https://" + host + target)
				.toUriString();
		}

	}

}
