package dev.sekisho.route;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * A live VirtualService because of which Envoy refuses the routes of all teams.
 *
 * @param virtualService its key
 * @param since since when it is as it is; {@code null} if that isn't known
 * @param flaws what Envoy refuses in it
 */
public record Culprit(ObjectKey virtualService, @Nullable Instant since, List<Flaw> flaws) {

	public Culprit {
		flaws = List.copyOf(flaws);
	}

	/**
	 * A value that Envoy refuses.
	 *
	 * @param code the code of the check that finds it
	 * @param path JSON pointer of the field
	 * @param arguments what exactly is wrong: raw text of the object, never trusted
	 */
	public record Flaw(String code, String path, List<String> arguments) {

		public Flaw {
			arguments = List.copyOf(arguments);
		}

	}

}
