package dev.sekisho.route.web;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Rank;
import dev.sekisho.routing.Route;

/**
 * Why a route stands where it stands.
 *
 * @param bucket the visibility bucket, which counts first
 * @param created when its VirtualService was created, which counts next; {@code null} if
 * it doesn't exist yet
 * @param catchAll whether istiod moves it to the end
 * @param reason why it comes after the route before it
 */
record RankView(Rank.Bucket bucket, @Nullable Instant created, boolean catchAll, Reason reason) {

	static RankView of(ListedRoute listed, Reader reader) {
		Rank rank = listed.route().rank();
		return new RankView(rank.bucket(), rank.created(), rank.catchAll(), reason(listed, reader));
	}

	private static Reason reason(ListedRoute listed, Reader reader) {
		Route route = listed.route();
		if (listed.index() == 0) {
			return Reason.FIRST;
		}
		Route before = listed.virtualHost().routes().get(listed.index() - 1);
		if (before.virtualService().equals(route.virtualService())
				&& before.rank().catchAll() == route.rank().catchAll()) {
			return Reason.SAME_OBJECT;
		}
		if (route.rank().catchAll()) {
			return Reason.CATCH_ALL;
		}
		if (before.rank().bucket() != route.rank().bucket()) {
			return Reason.BUCKET;
		}
		boolean sameTime = route.rank().created() != null && route.rank().created().equals(before.rank().created());
		return (sameTime && reader.sees(before.virtualService().namespace())) ? Reason.SAME_TIME : Reason.CREATED;
	}

	/**
	 * Why a route comes after the one before it.
	 */
	enum Reason {

		/** It is the first of its virtual host. */
		FIRST,
		/** Its VirtualService was created later. */
		CREATED,
		/** Both were created in the same second: the name decides, then the namespace. */
		SAME_TIME,
		/** Both are in one VirtualService, in this order. */
		SAME_OBJECT,
		/** The one before is exported more narrowly. */
		BUCKET,
		/** It is a catch-all, and those come last. */
		CATCH_ALL;

		@JsonValue
		String value() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
