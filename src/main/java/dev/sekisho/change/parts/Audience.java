package dev.sekisho.change.parts;

/**
 * Whom a page about a change is for.
 */
public enum Audience {

	/** The team: what comes to its route, and what doesn't. */
	AUTHOR,
	/** The reviewer: what happens to the others. */
	REVIEWER

}
