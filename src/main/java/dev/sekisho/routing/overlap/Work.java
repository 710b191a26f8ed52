package dev.sekisho.routing.overlap;

/**
 * How much more may be worked on a question. When it's spent the answer is "can't tell",
 * so that no regex an author can type holds anybody up.
 */
final class Work {

	private long left;

	private boolean enough = true;

	Work(long steps) {
		this.left = steps;
	}

	/**
	 * Spends some steps.
	 * @param steps how many
	 * @return whether there were that many left
	 */
	boolean spend(long steps) {
		this.left -= steps;
		if (this.left < 0) {
			this.enough = false;
		}
		return this.enough;
	}

	void giveUp() {
		this.enough = false;
		this.left = -1;
	}

	/**
	 * Whether all that was asked for could be spent.
	 * @return whether the work was enough
	 */
	boolean wasEnough() {
		return this.enough;
	}

}
