package dev.sekisho.access;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes ended sign-ins now and then. Every replica does; it does no harm twice.
 */
@Component
class SignInSweeper {

	private static final Logger logger = LoggerFactory.getLogger(SignInSweeper.class);

	private static final int MINUTES = 5;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SignInSweeper::thread);

	private final SignIns signIns;

	SignInSweeper(SignIns signIns) {
		this.signIns = signIns;
	}

	@PostConstruct
	void start() {
		this.timer.scheduleWithFixedDelay(this::sweep, MINUTES, MINUTES, TimeUnit.MINUTES);
	}

	@PreDestroy
	void stop() {
		this.timer.shutdownNow();
	}

	private void sweep() {
		try {
			this.signIns.sweep();
		}
		catch (RuntimeException ex) {
			logger.warn("Ended sign-ins can't be deleted now: {}", ex.getMessage());
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "sign-in-sweeper");
		thread.setDaemon(true);
		return thread;
	}

}
