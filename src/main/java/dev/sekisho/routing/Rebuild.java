package dev.sekisho.routing;

/**
 * How the objects of a cluster come to be created again, for instance when it's restored
 * or replaced by a new one. Creation times decide the order of VirtualServices, and a
 * rebuild gives them new ones.
 */
public enum Rebuild {

	/**
	 * All in the same second, as one apply of everything does: name, then namespace
	 * decide.
	 */
	SAME_SECOND,
	/** In the opposite order. What no order can flip isn't flipped by this one. */
	REVERSED

}
