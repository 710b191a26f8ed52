package dev.sekisho.guard.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.guard.ForeignWrite;
import dev.sekisho.guard.Writer;
import dev.sekisho.route.Owner;

/**
 * A foreign write as the page shows it.
 *
 * @param way how
 * @param kind the object's kind
 * @param object its namespace and name
 * @param about what it does it to; may be empty
 * @param team who owns its namespace; may be empty
 * @param guard {@code denied} from now on, {@code warned}, or {@code untold} by policies
 * @param writer who wrote it last; {@code null} while that isn't known
 * @param command shows the object with its managers
 */
record WriteRow(String way, String kind, ObjectKey object, String about, String team, String guard,
		@Nullable Writer writer, String command) {

	static WriteRow of(ForeignWrite write, Owner owner) {
		String untold = write.way().told() ? "warned" : "untold";
		String command = "kubectl -n %s get %s %s -o yaml --show-managed-fields".formatted(write.object().namespace(),
				write.kind().toLowerCase(Locale.ROOT), write.object().name());
		return new WriteRow(write.way().value(), write.kind(), write.object(), write.about(), owner.team(),
				(write.way().told() && write.enforced()) ? "denied" : untold, write.writer(), command);
	}

	/**
	 * Whether the route can be proposed through the portal.
	 * @return {@code true} for VirtualServices on the gateway
	 */
	public boolean reviewable() {
		return this.way.equals("unreviewed") || this.way.equals("changed");
	}

}
