package dev.sekisho.endtoend;

import dev.sekisho.testing.FaultyNetwork;

/**
 * A way in which an API server is gone.
 */
enum Outage {

	/** Connections are reset. */
	RESET {
		@Override
		void begin(FaultyNetwork network) {
			network.cut();
		}
	},
	/** Connections stay open, and nothing comes. */
	SILENCE {
		@Override
		void begin(FaultyNetwork network) {
			network.silence();
		}
	};

	abstract void begin(FaultyNetwork network);

}
