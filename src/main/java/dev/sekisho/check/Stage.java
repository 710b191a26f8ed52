package dev.sekisho.check;

/**
 * When a proposal is checked.
 */
public enum Stage {

	/** While it is written. */
	DRAFT,
	/** When it is sent, and while it waits for a decision. */
	SUBMIT,
	/** Before it is written to the cluster. */
	APPLY

}
