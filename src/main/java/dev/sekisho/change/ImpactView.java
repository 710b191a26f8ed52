package dev.sekisho.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

/**
 * A traffic impact as a person reads it: classes of requests in groups, the ones that
 * hurt first, with the routes of namespaces the reader doesn't see left unnamed.
 *
 * @param groups the groups that hold something, the worst first
 * @param introduced how many routes are no longer reached as written
 * @param fixed how many routes are reached again
 * @param unchanged how many reach problems exist before and after
 */
public record ImpactView(List<Group> groups, int introduced, int fixed, int unchanged) {

	/**
	 * The view of an impact that moves nothing.
	 */
	public static final ImpactView NONE = new ImpactView(List.of(), 0, 0, 0);

	public ImpactView {
		groups = List.copyOf(groups);
	}

	/**
	 * Makes the view.
	 * @param impact the impact
	 * @param sees tells which namespaces the reader sees
	 * @return the view
	 */
	public static ImpactView of(TrafficImpact impact, Predicate<String> sees) {
		Map<GroupKind, List<Line>> lines = new EnumMap<>(GroupKind.class);
		for (Moved moved : impact.moved()) {
			lines.computeIfAbsent(GroupKind.of(moved), (kind) -> new ArrayList<>()).add(Line.of(moved, sees));
		}
		List<Group> groups = lines.entrySet()
			.stream()
			.map((entry) -> new Group(entry.getKey(), entry.getValue()))
			.toList();
		return new ImpactView(groups, impact.introduced().size(), impact.fixed().size(), impact.unchanged());
	}

	/**
	 * How many classes of requests a kind of group holds.
	 * @param kind the kind
	 * @return the count; 0 if there is no such group
	 */
	public int count(GroupKind kind) {
		return this.groups.stream()
			.filter((group) -> group.kind() == kind)
			.mapToInt((group) -> group.lines().size())
			.sum();
	}

	/**
	 * How many classes of requests come to the change's routes without being taken from
	 * another team's route.
	 * @return the count
	 */
	public int gained() {
		return count(GroupKind.NEW_TRAFFIC) + count(GroupKind.FROM_CATCH_ALL);
	}

	/**
	 * How many classes of requests are answered differently in all.
	 * @return the count
	 */
	public int moved() {
		return this.groups.stream().mapToInt((group) -> group.lines().size()).sum();
	}

	/**
	 * Classes of requests that fare alike.
	 *
	 * @param kind how they fare
	 * @param lines the classes
	 */
	public record Group(GroupKind kind, List<Line> lines) {

		public Group {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * How a class of requests fares; the worst first.
	 */
	public enum GroupKind {

		/** Another team's route loses them. */
		TAKEN_OVER("bad"),
		/** A new virtual host takes them away from a wider one. */
		CAPTURED("bad"),
		/** Nothing answers them any more. */
		GIVEN_UP("bad"),
		/** Another team's route gets them. */
		FALLS_TO_OTHER("warn"),
		/** A raw prefix catches more than its path. */
		NOT_INTENDED("warn"),
		/** It can't be told. */
		CANT_TELL("warn"),
		/** A catch-all answered them. */
		FROM_CATCH_ALL("ok"),
		/** Nothing answered them. */
		NEW_TRAFFIC("ok"),
		/** Another route of the same team answers. */
		WITHIN_TEAM(""),
		/** The same route does something else. */
		ACTION_CHANGED("");

		private final String tone;

		GroupKind(String tone) {
			this.tone = tone;
		}

		/**
		 * The tone in which pages show it.
		 * @return {@code bad}, {@code warn}, {@code ok} or empty
		 */
		public String tone() {
			return this.tone;
		}

		static GroupKind of(Moved moved) {
			if (!moved.certain()) {
				return CANT_TELL;
			}
			return switch (moved.kind()) {
				case TAKES_OVER -> TAKEN_OVER;
				case HOST_CAPTURED -> CAPTURED;
				case GIVES_UP -> GIVEN_UP;
				case FALLS_TO_OTHER -> FALLS_TO_OTHER;
				case MOVES_FROM_CATCH_ALL -> pastItsBorder(moved) ? NOT_INTENDED : FROM_CATCH_ALL;
				case NEW_TRAFFIC -> pastItsBorder(moved) ? NOT_INTENDED : NEW_TRAFFIC;
				case WITHIN_NAMESPACE -> WITHIN_TEAM;
				case ACTION_CHANGED -> ACTION_CHANGED;
			};
		}

		private static boolean pastItsBorder(Moved moved) {
			Route after = moved.after();
			if (after == null || after.match().path().kind() != StringMatch.Kind.PREFIX) {
				return false;
			}
			String prefix = after.match().path().value();
			String path = Line.path(moved.witness());
			return !prefix.endsWith("/") && path.length() > prefix.length() && path.charAt(prefix.length()) != '/';
		}

	}

	/**
	 * One class of requests.
	 *
	 * @param method the witness request's method
	 * @param host its host
	 * @param target its path and query
	 * @param before who answers it today
	 * @param after who answers it afterwards
	 * @param matched the path condition of the route that gets it, or empty
	 * @param virtualHost the domain under which it comes; {@code *} if the host doesn't
	 * matter
	 */
	public record Line(String method, String host, String target, Side before, Side after, String matched,
			String virtualHost) {

		static Line of(Moved moved, Predicate<String> sees) {
			HttpRequest witness = moved.witness();
			Side after = Side.of(moved.after(), sees);
			Route route = moved.after();
			String matched = (route == null || after.hidden()) ? "" : route.match().path().value();
			return new Line(witness.method(), witness.host(), witness.target(), Side.of(moved.before(), sees), after,
					matched, moved.virtualHost());
		}

		private static String path(HttpRequest request) {
			int query = request.target().indexOf('?');
			return (query < 0) ? request.target() : request.target().substring(0, query);
		}

	}

	/**
	 * Who answers.
	 *
	 * @param namespace the namespace of the route; empty if hidden or if nothing answers
	 * @param name the VirtualService; empty likewise
	 * @param hidden whether a route of a namespace answers that the reader doesn't see
	 */
	public record Side(String namespace, String name, boolean hidden) {

		static Side of(@Nullable Route route, Predicate<String> sees) {
			if (route == null) {
				return new Side("", "", false);
			}
			if (!sees.test(route.virtualService().namespace())) {
				return new Side("", "", true);
			}
			return new Side(route.virtualService().namespace(), route.virtualService().name(), false);
		}

		/**
		 * Whether nothing answers: 404.
		 * @return {@code true} if no route has the request
		 */
		public boolean none() {
			return !this.hidden && this.name.isEmpty();
		}

	}

}
