package dev.sekisho.routing.validation;

/**
 * Which actions go together in an {@code http} entry ({@code validateHTTPRouteConflict}).
 */
final class ActionConflicts {

	private final Defects defects;

	ActionConflicts(Defects defects) {
		this.defects = defects;
	}

	void check(Node entry, boolean inDelegate) {
		if (!inDelegate && entry.has("delegate")) {
			root(entry);
			return;
		}
		if (inDelegate && entry.has("delegate")) {
			this.defects.add(Law.DELEGATE_ACTION, entry.at("delegate"), "delegate", "delegate");
		}
		if (entry.has("redirect")) {
			exclude(entry, "redirect", "route", "fault", "rewrite", "directResponse");
		}
		else if (entry.has("directResponse")) {
			exclude(entry, "directResponse", "route", "fault", "rewrite");
		}
		else if (!entry.at("route").isFilled()) {
			this.defects.add(Law.NO_ACTION, entry);
		}
		if (entry.has("mirror") && entry.at("mirrors").isFilled()) {
			this.defects.add(Law.ACTION_CONFLICT, entry.at("mirrors"), "mirror", "mirrors");
		}
	}

	private void root(Node entry) {
		for (String action : new String[] { "redirect", "route" }) {
			if (isThere(entry, action)) {
				this.defects.add(Law.DELEGATE_ACTION, entry.at(action), "delegate", action);
			}
		}
	}

	private void exclude(Node entry, String action, String... others) {
		for (String other : others) {
			if (isThere(entry, other)) {
				this.defects.add(Law.ACTION_CONFLICT, entry.at(other), action, other);
			}
		}
	}

	// An empty list of destinations is none.
	private static boolean isThere(Node entry, String action) {
		return action.equals("route") ? entry.at(action).isFilled() : entry.has(action);
	}

}
