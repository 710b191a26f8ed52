package dev.sekisho.change;

import org.jspecify.annotations.Nullable;

/**
 * What a change does with its VirtualService.
 */
public enum Action {

	/** There is none of that name yet. */
	CREATE("Create"),
	/** Its content is replaced. */
	REPLACE("Replace"),
	/** It is deleted. */
	DELETE("Delete");

	private final String text;

	Action(String text) {
		this.text = text;
	}

	/**
	 * The action as resources and REST write it.
	 * @return such as {@code Create}
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Reads an action.
	 * @param text the action as resources write it
	 * @return the action
	 * @throws IllegalArgumentException for anything else
	 */
	public static Action of(@Nullable Object text) {
		for (Action action : values()) {
			if (action.text.equals(text)) {
				return action;
			}
		}
		throw new IllegalArgumentException("No action: " + text);
	}

}
