package dev.sekisho.route;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the route tables rebuilt after something changed in the caches. Changes that come
 * close together are taken together.
 */
@Component
class TableRefresh implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TableRefresh.class);

	private static final long GATHER_MILLIS = 50;

	private static final long MESH_SECONDS = 60;

	private final ClusterObjects objects;

	private final RouteTables tables;

	private final MeshConfiguration mesh;

	private final AtomicBoolean scheduled = new AtomicBoolean();

	private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2, (task) -> {
		Thread thread = new Thread(task, "route-tables");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean running;

	TableRefresh(ClusterObjects objects, RouteTables tables, MeshConfiguration mesh) {
		this.objects = objects;
		this.tables = tables;
		this.mesh = mesh;
	}

	@Override
	public void start() {
		this.running = true;
		this.objects.routing().forEach((cache) -> cache.onChange((change) -> schedule()));
		this.executor.scheduleWithFixedDelay(this::refreshMesh, 0, MESH_SECONDS, TimeUnit.SECONDS);
		schedule();
	}

	@Override
	public void stop() {
		this.running = false;
		this.executor.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void schedule() {
		if (this.running && this.scheduled.compareAndSet(false, true)) {
			this.executor.schedule(this::rebuild, GATHER_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void rebuild() {
		this.scheduled.set(false);
		try {
			this.tables.rebuild();
		}
		catch (RuntimeException ex) {
			logger.error("The route tables can't be rebuilt", ex);
		}
	}

	private void refreshMesh() {
		try {
			if (this.mesh.refresh()) {
				schedule();
			}
		}
		catch (RuntimeException ex) {
			logger.error("The mesh's settings can't be read", ex);
		}
	}

}
