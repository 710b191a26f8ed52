package dev.sekisho.analyze;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RouteTable;

/**
 * Prints an analysis for people.
 */
final class TextOutput {

	private static final int ATTEMPTS_SHOWN = 10;

	private static final int NOTICES_SHOWN = 3;

	private final PrintWriter out;

	private final boolean tables;

	TextOutput(PrintWriter out, boolean tables) {
		this.out = out;
		this.tables = tables;
	}

	void print(Analysis analysis) {
		findings(analysis);
		analysis.gateways().forEach(this::print);
		for (Analysis.NotAsked note : analysis.notes()) {
			this.out.println("not checked: " + String.join(", ", note.codes()) + " (" + note.reason() + ")");
		}
		this.out.println(analysis.objects() + " objects, " + count(analysis, Severity.BLOCKING) + " blocking, "
				+ count(analysis, Severity.WARNING) + " warnings, " + count(analysis, Severity.NOTICE) + " notices");
	}

	// Of notices only so many as say what they are about; JSON and SARIF have them all.
	private void findings(Analysis analysis) {
		Map<String, Integer> notices = new LinkedHashMap<>();
		for (Finding finding : analysis.findings()) {
			if (finding.severity() != Severity.NOTICE
					|| notices.merge(finding.code(), 1, Integer::sum) <= NOTICES_SHOWN) {
				print(finding);
			}
		}
		notices.forEach((code, count) -> {
			if (count > NOTICES_SHOWN) {
				this.out.println("notice " + code + " " + (count - NOTICES_SHOWN) + " more");
			}
		});
	}

	private void print(Finding finding) {
		String source = finding.source().isEmpty() ? "" : " [" + finding.source() + "]";
		this.out.println(finding.severity().label() + " " + finding.code() + " " + finding.kind() + " "
				+ Words.visible(finding.object().toString()) + " " + finding.path() + source);
		this.out.println("  " + finding.message());
	}

	private static long count(Analysis analysis, Severity severity) {
		return analysis.findings().stream().filter((finding) -> finding.severity() == severity).count();
	}

	private void print(Analysis.Gateway gateway) {
		if (this.tables) {
			this.out.println();
			this.out.println("Ingress gateway " + Words.visible(gateway.workload().title()));
			table(gateway.workload().world().routeTable());
		}
		for (Analysis.Answered answered : gateway.answers()) {
			this.out.println();
			this.out.println(Words.of(answered.request()));
			answer((answered.after() != null) ? "now: " : "", answered.now());
			if (answered.after() != null) {
				answer("after the change: ", answered.after());
			}
		}
		if (gateway.impact() != null) {
			impact(gateway.impact());
		}
		this.out.println();
	}

	private void table(RouteTable table) {
		for (int port : table.ports()) {
			for (VirtualHost host : table.virtualHosts(port)) {
				this.out.println("  port " + port + ", virtual host " + Words.visible(host.name()) + " for "
						+ Words.visible(String.join(", ", host.domains()))
						+ (host.tlsRequired() ? ", redirected to HTTPS" : ""));
				int position = 1;
				for (Route route : host.routes()) {
					this.out.println("    " + position++ + ". " + Words.of(route.match()) + " -> "
							+ Words.of(route.action()) + "  " + Words.visible(route.virtualService().toString()));
				}
			}
		}
	}

	private void answer(String when, Answer answer) {
		this.out.println("  " + when + describe(answer));
		List<Answer.Attempt> attempts = answer.attempts();
		int from = Math.max(0, attempts.size() - ATTEMPTS_SHOWN);
		if (from > 0) {
			this.out.println("    " + from + " routes tried before these");
		}
		for (Answer.Attempt attempt : attempts.subList(from, attempts.size())) {
			Answer.FailedCondition failed = attempt.failed();
			this.out.println("    " + (attempt.position() + 1) + ". not " + Words.of(attempt.route()) + ": "
					+ failed.dimension().name().toLowerCase(Locale.ROOT).replace('_', ' ')
					+ Words.visible(failed.name().isEmpty() ? "" : " " + failed.name()));
		}
	}

	private static String describe(Answer answer) {
		Route route = answer.route();
		String status = answer.statuses().isEmpty() ? "" : " " + answer.statuses();
		String where = (route != null)
				? " by route " + (answer.position() + 1) + " of " + Words.visible(String.valueOf(answer.virtualHost()))
						+ ", " + Words.of(route) + " -> " + Words.of(route.action())
				: "";
		String more = detail(", arrives as ", answer.upstreamPath()) + detail(", to ", answer.location())
				+ (answer.cantTell().isEmpty() ? "" : ", because " + answer.cantTell());
		return answer.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + status + where + more;
	}

	private static String detail(String label, @Nullable String value) {
		return (value != null) ? label + Words.visible(value) : "";
	}

	private void impact(TrafficImpact impact) {
		this.out.println();
		this.out.println("Traffic impact: " + impact.moved().size() + " classes of requests are answered differently, "
				+ impact.introduced().size() + " problems introduced, " + impact.fixed().size() + " fixed");
		for (TrafficImpact.Moved moved : impact.moved()) {
			this.out.println("  " + (moved.certain() ? "" : "perhaps ") + Words.of(moved.witness()) + " on "
					+ Words.visible(moved.virtualHost()) + ": from " + name(moved.before()) + " to "
					+ name(moved.after()));
		}
	}

	private static String name(@Nullable Route route) {
		return (route != null) ? Words.of(route) + " -> " + Words.of(route.action()) : "404";
	}

}
