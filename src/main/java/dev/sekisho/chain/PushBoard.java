package dev.sekisho.chain;

/**
 * What istiod said last.
 */
final class PushBoard {

	private volatile Pushes latest = Pushes.NONE;

	Pushes latest() {
		return this.latest;
	}

	void write(Pushes pushes) {
		this.latest = pushes;
	}

}
