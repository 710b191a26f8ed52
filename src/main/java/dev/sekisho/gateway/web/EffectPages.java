package dev.sekisho.gateway.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.check.ClaimLosses.Loss;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.gateway.GatewayPreview;
import dev.sekisho.gateway.GatewayPreview.DryRun;
import dev.sekisho.gateway.GatewayPreview.Effect;
import dev.sekisho.gateway.web.EffectPage.Line;
import dev.sekisho.gateway.web.EffectPage.Lost;
import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.route.Owners;
import dev.sekisho.web.PlainText;
import dev.sekisho.web.TextDiff;

/**
 * Makes the page that tells what a draft of a shared gateway would do.
 */
@Component
class EffectPages {

	private static final int CONTEXT = 3;

	private static final int MOST = 100;

	private final Rights rights;

	private final Owners owners;

	private final MessageSource messages;

	EffectPages(Rights rights, Owners owners, MessageSource messages) {
		this.rights = rights;
		this.owners = owners;
		this.messages = messages;
	}

	EffectPage page(Caller caller, GatewayInput input, String name, GatewayPreview preview, String refused,
			Locale locale) {
		String draft = preview.draft().yaml();
		Predicate<String> sees = this.rights.visibility(caller, preview.draft().name())::sees;
		Effect effect = preview.effect();
		List<Loss> losses = (effect != null) ? effect.losses() : List.of();
		List<Loss> seen = losses.stream()
			.filter((loss) -> sees.test(loss.virtualService().namespace()))
			.limit(MOST)
			.toList();
		boolean changed = !name.isEmpty() && !preview.now().strip().equals(input.opened().strip());
		return new EffectPage(input, name, PlainText.line(preview.draft().name()),
				TextDiff.between(PlainText.lines(name.isEmpty() ? "" : preview.now()), PlainText.lines(draft), CONTEXT),
				lines(preview, sees, locale), seen.stream().map(this::lost).toList(), losses.size() - seen.size(),
				preview.mark(), preview.dryRun().refused() == null && preview.problem().isEmpty() && !changed, refused,
				changed ? TextDiff.between(PlainText.lines(input.opened()), PlainText.lines(preview.now()), CONTEXT)
						: null);
	}

	private Lost lost(Loss loss) {
		String namespace = loss.virtualService().namespace();
		return new Lost(namespace, loss.virtualService().name(), PlainText.line(loss.host()),
				PlainText.line(loss.path()), PlainText.line(this.owners.of(namespace).team()));
	}

	private List<Line> lines(GatewayPreview preview, Predicate<String> sees, Locale locale) {
		List<Line> lines = new ArrayList<>();
		lines.add(dryRun(preview.dryRun(), locale));
		preview.dryRun().warnings().forEach((warning) -> lines.add(new Line("warn", PlainText.line(warning), "", "")));
		if (!preview.problem().isEmpty()) {
			lines.add(line("bad", "unreadable", PlainText.line(preview.problem()), locale));
		}
		if (!preview.manager().isEmpty()) {
			lines.add(line("warn", "managed", "", locale, preview.manager()));
		}
		Effect effect = preview.effect();
		if (effect != null) {
			effects(effect, sees, locale, lines);
		}
		return lines;
	}

	private void effects(Effect effect, Predicate<String> sees, Locale locale, List<Line> lines) {
		if (!effect.gatewayExists()) {
			lines.add(line("warn", "no-gateway", "", locale));
		}
		effect.rival().ifPresent((rival) -> lines.add(line("warn", "rival", "", locale, rival)));
		effect.overlaps().stream().limit(MOST).forEach((overlap) -> lines.add(overlap(overlap, sees, locale)));
		if (!effect.routesKnown()) {
			lines.add(line("", "routes-unknown", "", locale));
		}
	}

	private Line dryRun(DryRun dryRun, Locale locale) {
		ClusterException.Reason refused = dryRun.refused();
		if (refused == null) {
			return line("ok", "accepted", "", locale);
		}
		String key = switch (refused) {
			case FORBIDDEN, DENIED -> "forbidden";
			case READ_ONLY -> "read-only";
			case INVALID -> "invalid";
			case ALREADY_EXISTS -> "exists";
			default -> "unreachable";
		};
		return line("bad", key, PlainText.line(dryRun.message()), locale);
	}

	private Line overlap(ClaimOverlap overlap, Predicate<String> sees, Locale locale) {
		Line text = line("warn", "overlap", "", locale, overlap.host(), overlap.outer().claim() + 1,
				overlap.outer().prefix(), names(overlap.outer(), sees, locale), overlap.inner().claim() + 1,
				overlap.inner().prefix(), names(overlap.inner(), sees, locale));
		return new Line(text.tone(), text.text(), text(locale, "line.overlap.why"), "SKS0215");
	}

	private String names(ClaimOverlap.Side side, Predicate<String> sees, Locale locale) {
		List<String> names = new ArrayList<>(side.namespaces().stream().filter(sees).toList());
		int hidden = side.namespaces().size() - names.size();
		if (hidden > 0) {
			names.add(text(locale, "hidden", hidden));
		}
		return String.join(", ", names);
	}

	private Line line(String tone, String key, String why, Locale locale, Object... arguments) {
		return new Line(tone, text(locale, "line." + key, arguments), why, "");
	}

	String text(Locale locale, String key, @Nullable Object... arguments) {
		return this.messages.getMessage("gateway." + key, arguments, locale);
	}

}
