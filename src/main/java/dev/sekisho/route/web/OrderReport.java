package dev.sekisho.route.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.impact.OrderDependence;

/**
 * The classes of requests whose winner only the order of creation decides.
 *
 * @param items those the reader may know of
 * @param total how many there are in all
 */
record OrderReport(List<Item> items, int total) {

	OrderReport {
		items = List.copyOf(items);
	}

	public int otherTeams() {
		return (int) this.items.stream().filter((item) -> !item.sameNamespace()).count();
	}

	/**
	 * A class of requests.
	 *
	 * @param rebuild the rebuild that flips it: {@code same-second} or {@code reversed}
	 * @param virtualHost the domain under which the requests come
	 * @param witness a request of the class
	 * @param today the route that answers today
	 * @param rebuilt the route that would answer
	 * @param certain whether both winners were confirmed
	 * @param sameNamespace whether both belong to one namespace
	 * @param fix what removes the dependence: {@code one-object},
	 * {@code today-leaves-out}, {@code rebuilt-leaves-out}, {@code one-has-to-go} or
	 * {@code narrow}
	 */
	record Item(String rebuild, String virtualHost, RouteFinding.Witness witness, Winner today, Winner rebuilt,
			boolean certain, boolean sameNamespace, String fix) {

		static Item of(OrderDependence.Flip flip, Reader reader) {
			Route today = flip.today();
			Route rebuilt = flip.rebuilt();
			boolean same = today != null && rebuilt != null
					&& today.virtualService().namespace().equals(rebuilt.virtualService().namespace());
			return new Item(flip.rebuild().name().toLowerCase(Locale.ROOT).replace('_', '-'), flip.virtualHost(),
					RouteFinding.Witness.of(flip.witness()), Winner.of(today, reader), Winner.of(rebuilt, reader),
					flip.certain(), same, fix(today, rebuilt, same));
		}

		@JsonIgnore
		boolean visible() {
			return this.today.virtualService() != null || this.rebuilt.virtualService() != null;
		}

		private static String fix(@Nullable Route today, @Nullable Route rebuilt, boolean sameNamespace) {
			if (sameNamespace) {
				return "one-object";
			}
			if (today == null || rebuilt == null) {
				return "narrow";
			}
			StringMatch one = today.match().path();
			StringMatch other = rebuilt.match().path();
			if (one.equals(other)) {
				return "one-has-to-go";
			}
			if (within(other, one)) {
				return "today-leaves-out";
			}
			return within(one, other) ? "rebuilt-leaves-out" : "narrow";
		}

		private static boolean within(StringMatch inner, StringMatch outer) {
			return outer.kind() == StringMatch.Kind.PREFIX && inner.kind() != StringMatch.Kind.REGEX
					&& inner.value().startsWith(outer.value());
		}

	}

	/**
	 * A route that wins.
	 *
	 * @param virtualService where it is written; {@code null} if the reader doesn't see
	 * it, or none wins
	 * @param none whether no route wins, so that the answer is 404
	 * @param path the condition on its path; {@code null} if the reader doesn't see it
	 * @param created when its VirtualService was created
	 */
	record Winner(@Nullable ObjectName virtualService, boolean none, @Nullable String path, @Nullable Instant created) {

		static Winner of(@Nullable Route route, Reader reader) {
			boolean seen = route != null && reader.sees(route.virtualService().namespace());
			return (route != null && seen)
					? new Winner(route.virtualService(), false, route.match().path().value(), route.rank().created())
					: new Winner(null, route == null, null, null);
		}

	}

}
