package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.RouteAction;

/**
 * What an {@code http} entry does, as written.
 *
 * @param redirect the redirect, if any
 * @param directResponse the status of a direct response, if any
 * @param destinations the weighted destinations
 * @param rewrite the rewrite, if any
 * @param headers the header operations, if any
 * @param timeout the timeout, if any
 * @param retries the attempts after the first, if written
 * @param fault the fault, if any
 * @param cors the CORS policy, if any
 * @param mirror the destination of {@code mirror}, if any
 * @param mirrorPercentage its share from {@code mirrorPercentage}, if written
 * @param mirrorPercent its share from {@code mirrorPercent}, if written
 * @param mirrors the destinations of {@code mirrors} with a share above 0; {@code null}
 * if there is no such list
 */
public record ActionSpec(RouteAction.@Nullable Redirect redirect, @Nullable Integer directResponse,
		List<Target> destinations, RouteAction.@Nullable Rewrite rewrite, @Nullable HeaderSpec headers,
		@Nullable String timeout, @Nullable Integer retries, @Nullable FaultSpec fault, @Nullable CorsSpec cors,
		@Nullable Target mirror, @Nullable Double mirrorPercentage, @Nullable Double mirrorPercent,
		@Nullable List<Target> mirrors) {

	static ActionSpec of(Fields entry) {
		Fields direct = entry.objectOrNull("directResponse");
		Fields retries = entry.objectOrNull("retries");
		Fields mirror = entry.objectOrNull("mirror");
		return new ActionSpec(redirect(entry.objectOrNull("redirect")),
				(direct != null) ? (int) direct.number("status") : null, targets(entry),
				rewrite(entry.objectOrNull("rewrite")), HeaderSpec.ofNullable(entry.objectOrNull("headers")),
				entry.textOrNull("timeout"), (retries != null) ? (int) retries.number("attempts") : null,
				FaultSpec.ofNullable(entry.objectOrNull("fault")),
				CorsSpec.ofNullable(entry.objectOrNull("corsPolicy")),
				(mirror != null) ? Target.of(mirror, 1, null) : null, percentage(entry, "mirrorPercentage"),
				or(entry.decimalOrNull("mirrorPercent"), entry.decimalOrNull("mirror_percent")), mirrors(entry));
	}

	/**
	 * This action of a delegate, with what the root has in place of what it lacks
	 * ({@code mergeHTTPRoute}).
	 * @param root the action of the root's entry
	 * @return the merged action
	 */
	ActionSpec orElse(ActionSpec root) {
		return new ActionSpec(this.redirect, or(this.directResponse, root.directResponse), this.destinations,
				or(this.rewrite, root.rewrite), or(this.headers, root.headers), or(this.timeout, root.timeout),
				or(this.retries, root.retries), or(this.fault, root.fault), or(this.cors, root.cors),
				or(this.mirror, root.mirror), or(this.mirrorPercentage, root.mirrorPercentage),
				or(this.mirrorPercent, root.mirrorPercent), or(this.mirrors, root.mirrors));
	}

	ActionSpec resolved(UnaryOperator<String> host) {
		return new ActionSpec(this.redirect, this.directResponse, resolved(this.destinations, host), this.rewrite,
				this.headers, this.timeout, this.retries, this.fault, this.cors,
				(this.mirror != null) ? this.mirror.resolved(host) : null, this.mirrorPercentage, this.mirrorPercent,
				(this.mirrors != null) ? resolved(this.mirrors, host) : null);
	}

	private static List<Target> resolved(List<Target> targets, UnaryOperator<String> host) {
		return List.copyOf(targets.stream().map((target) -> target.resolved(host)).toList());
	}

	/**
	 * The destinations that get a copy of the requests.
	 * @return the mirrors with a share above 0
	 */
	public List<Target> activeMirrors() {
		List<Target> active = new ArrayList<>();
		Double share = or(this.mirrorPercentage, this.mirrorPercent);
		if (this.mirror != null && (share == null || share > 0)) {
			active.add(this.mirror);
		}
		if (this.mirrors != null) {
			active.addAll(this.mirrors);
		}
		return active;
	}

	private static <T> @Nullable T or(@Nullable T value, @Nullable T other) {
		return (value != null) ? value : other;
	}

	private static List<Target> targets(Fields entry) {
		List<Target> targets = new ArrayList<>();
		for (Fields route : entry.objects("route")) {
			targets.add(Target.of(route.object("destination"), route.number("weight"),
					HeaderSpec.ofNullable(route.objectOrNull("headers"))));
		}
		return List.copyOf(targets);
	}

	private static @Nullable List<Target> mirrors(Fields entry) {
		if (!entry.has("mirrors")) {
			return null;
		}
		List<Target> targets = new ArrayList<>();
		for (Fields mirror : entry.objects("mirrors")) {
			Double share = percentage(mirror, "percentage");
			if (share == null || share > 0) {
				targets.add(Target.of(mirror.object("destination"), 1, null));
			}
		}
		return targets.isEmpty() ? null : targets;
	}

	private static @Nullable Double percentage(Fields fields, String name) {
		Fields percentage = fields.objectOrNull(name);
		if (percentage == null) {
			return null;
		}
		Double value = percentage.decimalOrNull("value");
		return (value != null) ? value : Double.valueOf(0);
	}

	private static RouteAction.@Nullable Rewrite rewrite(@Nullable Fields rewrite) {
		if (rewrite == null) {
			return null;
		}
		Fields regex = rewrite.objectOrNull("uriRegexRewrite");
		return new RouteAction.Rewrite((regex != null) ? null : nonEmpty(rewrite.textOrNull("uri")),
				(regex != null) ? regex.text("match") : null, (regex != null) ? regex.text("rewrite") : null,
				nonEmpty(rewrite.textOrNull("authority")));
	}

	private static RouteAction.@Nullable Redirect redirect(@Nullable Fields redirect) {
		if (redirect == null) {
			return null;
		}
		int code = (int) redirect.number("redirectCode");
		Integer port = redirect.has("port") ? (Integer) (int) redirect.number("port") : null;
		if ("FROM_REQUEST_PORT".equals(redirect.textOrNull("derivePort"))) {
			port = RedirectPort.OF_REQUEST;
		}
		return new RouteAction.Redirect((code != 0) ? code : 301, nonEmpty(redirect.textOrNull("uri")),
				nonEmpty(redirect.textOrNull("prefixRewrite")), nonEmpty(redirect.textOrNull("authority")),
				nonEmpty(redirect.textOrNull("scheme")), port);
	}

	private static @Nullable String nonEmpty(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	/**
	 * A destination as written.
	 *
	 * @param host the host
	 * @param port the port; 0 if it isn't written
	 * @param subset the subset, or empty
	 * @param weight the weight
	 * @param headers the header operations, if any
	 */
	public record Target(String host, int port, String subset, long weight, @Nullable HeaderSpec headers) {

		Target resolved(UnaryOperator<String> resolver) {
			return new Target(resolver.apply(this.host), this.port, this.subset, this.weight, this.headers);
		}

		static Target of(Fields destination, long weight, @Nullable HeaderSpec headers) {
			return new Target(destination.text("host"), (int) destination.object("port").number("number"),
					destination.text("subset"), weight, headers);
		}

	}

}
