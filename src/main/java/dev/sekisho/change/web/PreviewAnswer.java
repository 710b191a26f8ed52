package dev.sekisho.change.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Baseline;
import dev.sekisho.change.ImpactView;
import dev.sekisho.change.Json;
import dev.sekisho.change.LivePatch;
import dev.sekisho.change.Preview;
import dev.sekisho.check.Finding;
import dev.sekisho.check.FindingTexts;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.route.BalancerNeeds;

/**
 * A preview as scripts get it: routes of namespaces the reader doesn't see are unnamed.
 *
 * @param action what is done
 * @param virtualService how it shall be; {@code null} for a delete
 * @param sharedGateway the shared gateway
 * @param baseline what the draft is made from
 * @param diff the difference as unified diff
 * @param patch the same as JSON patch (RFC 6902) of the live VirtualService; empty if it
 * is created or deleted
 * @param findings what the checks found
 * @param impact the traffic impact
 * @param loadBalancer what is asked of the load balancers; {@code null} if nothing is
 * known of them
 * @param dropped fields that were left out because a server fills them in
 * @param dryRun what the API server says, if it was asked
 */
record PreviewAnswer(String action, @Nullable Map<String, Object> virtualService, String sharedGateway,
		Baseline baseline, String diff, List<JsonPatchOperation> patch, List<FindingAnswer> findings,
		ImpactAnswer impact, @Nullable BalancerNeeds loadBalancer, List<String> dropped,
		Preview.@Nullable DryRun dryRun) {

	static PreviewAnswer of(Preview preview, FindingTexts texts, Locale locale, Predicate<String> sees,
			@Nullable BalancerNeeds loadBalancer) {
		GenericKubernetesResource proposed = preview.proposed();
		return new PreviewAnswer(preview.action().text(), (proposed != null) ? Json.tree(proposed) : null,
				preview.sharedGateway().name(), preview.baseline(), preview.diff(),
				LivePatch.between(preview.live(), proposed),
				preview.verdict().findings().stream().map((one) -> FindingAnswer.of(one, texts, locale, sees)).toList(),
				ImpactAnswer.of(preview, sees), loadBalancer, preview.dropped(), preview.dryRun());
	}

	/**
	 * A finding.
	 *
	 * @param id names it, to acknowledge it
	 * @param code the check's code
	 * @param severity {@code Blocking}, {@code Warning} or {@code Notice}
	 * @param acknowledge whether the reviewer has to acknowledge it
	 * @param path JSON pointer of the field; empty for the whole
	 * @param title the check in a few words
	 * @param message what was found
	 * @param why why it matters
	 * @param fix a repair; {@code null} if there is none
	 */
	record FindingAnswer(String id, String code, String severity, boolean acknowledge, String path, String title,
			String message, String why, @Nullable FixAnswer fix) {

		static FindingAnswer of(Finding finding, FindingTexts texts, Locale locale, Predicate<String> sees) {
			String name = finding.severity().name();
			return new FindingAnswer(finding.id(), finding.code(),
					name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT), finding.acknowledge(), finding.path(),
					texts.title(finding, locale), texts.message(finding, locale, sees), texts.why(finding, locale),
					FixAnswer.of(finding, texts, locale));
		}

	}

	/**
	 * A repair.
	 *
	 * @param label what it does, in a few words
	 * @param patch the JSON patch (RFC 6902) of the VirtualService manifest
	 */
	record FixAnswer(String label, List<JsonPatchOperation> patch) {

		static @Nullable FixAnswer of(Finding finding, FindingTexts texts, Locale locale) {
			Fix fix = finding.fix();
			return (fix != null) ? new FixAnswer(texts.fix(finding, locale).orElse(""), fix.patch()) : null;
		}

	}

	/**
	 * A traffic impact.
	 *
	 * @param hash names it, to approve it
	 * @param moved the classes of requests that get another answer
	 * @param introduced how many routes are no longer reached as written
	 * @param fixed how many routes are reached again
	 * @param unchanged how many reach problems there are before and after
	 */
	record ImpactAnswer(String hash, List<MovedAnswer> moved, int introduced, int fixed, int unchanged) {

		static ImpactAnswer of(Preview preview, Predicate<String> sees) {
			ImpactView view = ImpactView.of(preview.verdict().impact(), sees);
			List<MovedAnswer> moved = view.groups()
				.stream()
				.flatMap((group) -> group.lines().stream().map((line) -> MovedAnswer.of(group.kind(), line)))
				.toList();
			return new ImpactAnswer(preview.digest().hash(), moved, view.introduced(), view.fixed(), view.unchanged());
		}

	}

	/**
	 * A class of requests that gets another answer.
	 *
	 * @param kind how it fares
	 * @param witness a request of the class
	 * @param before who answers it today
	 * @param after who answers it afterwards
	 */
	record MovedAnswer(String kind, Witness witness, ImpactView.Side before, ImpactView.Side after) {

		static MovedAnswer of(ImpactView.GroupKind kind, ImpactView.Line line) {
			return new MovedAnswer(kind.name(), new Witness(line.method(), line.host(), line.target()), line.before(),
					line.after());
		}

	}

	/**
	 * A request.
	 *
	 * @param method its method
	 * @param host its host
	 * @param target its path and query
	 */
	record Witness(String method, String host, String target) {

	}

}
