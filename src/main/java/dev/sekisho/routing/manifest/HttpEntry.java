package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;

/**
 * One entry of {@code spec.http} as written.
 *
 * @param index its index in the VirtualService; of a delegated one, the root's
 * @param name its name, or empty
 * @param matches its match blocks; empty for everything
 * @param delegate the VirtualService it delegates to, with an empty namespace for its own
 * @param action what it does
 */
public record HttpEntry(int index, String name, List<MatchBlock> matches, @Nullable ObjectName delegate,
		ActionSpec action) {

	static HttpEntry of(Fields entry, int index) {
		List<MatchBlock> matches = new ArrayList<>();
		for (Fields match : entry.objects("match")) {
			matches.add(MatchBlock.of(match));
		}
		Fields delegate = entry.objectOrNull("delegate");
		return new HttpEntry(index, entry.text("name"), List.copyOf(matches),
				(delegate != null) ? new ObjectName(delegate.text("namespace"), delegate.text("name")) : null,
				ActionSpec.of(entry));
	}

}
