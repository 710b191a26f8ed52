package dev.sekisho.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Freshness;

/**
 * The live route table of each shared gateway. Tables are rebuilt in the background when
 * something they depend on changes, and published whole: asking never waits.
 */
@Component
public class RouteTables {

	private static final Logger logger = LoggerFactory.getLogger(RouteTables.class);

	private final TableBuilder builder;

	private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

	private volatile Map<String, LiveTable> tables = Map.of();

	RouteTables(TableBuilder builder) {
		this.builder = builder;
	}

	/**
	 * The table of a shared gateway, with its present age.
	 * @param sharedGateway the name of the shared gateway
	 * @return the table; empty if there is no such shared gateway or its table hasn't
	 * been built yet
	 */
	public Optional<LiveTable> find(String sharedGateway) {
		return Optional.ofNullable(this.tables.get(sharedGateway))
			.map((table) -> new LiveTable(table.gateway(), table.world(), table.table(), this.builder.freshness(),
					table.version(), table.resourceVersion()));
	}

	/**
	 * Whether decisions may be based on a table: its watches are up, and it was built
	 * from just what they have brought. Pages don't need to ask.
	 * @param sharedGateway the name of the shared gateway
	 * @return {@code false} while objects are missing or a rebuild is due
	 */
	public boolean settled(String sharedGateway) {
		return this.builder.freshness().live() && this.builder.settled(sharedGateway);
	}

	/**
	 * How old every table may be: as old as the oldest of what they are built from.
	 * @return the freshness
	 */
	public Freshness freshness() {
		return this.builder.freshness();
	}

	/**
	 * Registers a listener, called after a new table was published. Listeners must be
	 * quick.
	 * @param listener gets the name of the shared gateway
	 */
	public void onChange(Consumer<String> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Builds the tables anew from what the caches hold. Called in the background.
	 */
	synchronized void rebuild() {
		Map<String, LiveTable> before = this.tables;
		Map<String, LiveTable> after = this.builder.build(before);
		this.tables = after;
		after.forEach((name, table) -> {
			LiveTable old = before.get(name);
			if (old == null || old.version() != table.version()) {
				notifyListeners(name);
			}
		});
		before.keySet().stream().filter((name) -> !after.containsKey(name)).forEach(this::notifyListeners);
	}

	private void notifyListeners(String sharedGateway) {
		for (Consumer<String> listener : this.listeners) {
			try {
				listener.accept(sharedGateway);
			}
			catch (RuntimeException ex) {
				logger.error("A listener of the route tables failed", ex);
			}
		}
	}

}
