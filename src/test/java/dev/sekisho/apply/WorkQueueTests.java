package dev.sekisho.apply;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * How the queue ends.
 */
class WorkQueueTests {

	@Test
	void stopsAtOnceThoughSomethingIsDueLater() {
		AtomicBoolean done = new AtomicBoolean();
		WorkQueue<String> queue = new WorkQueue<>(1, "queue", (key) -> done.set(true));
		queue.offer("later", Duration.ofMinutes(1));
		long before = System.nanoTime();
		queue.stop(Duration.ofSeconds(30));
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
		assertThat(done).isFalse();
	}

	@Test
	void stopsOnceTheRunningWorkIsDone() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		AtomicBoolean done = new AtomicBoolean();
		WorkQueue<String> queue = new WorkQueue<>(1, "queue", (key) -> {
			begun.countDown();
			assertThatNoException().isThrownBy(() -> assertThat(go.await(20, TimeUnit.SECONDS)).isTrue());
			done.set(true);
		});
		queue.offer("now", Duration.ZERO);
		assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
		Thread stopping = new Thread(() -> queue.stop(Duration.ofSeconds(30)));
		stopping.start();
		go.countDown();
		stopping.join(Duration.ofSeconds(25).toMillis());
		assertThat(stopping.isAlive()).isFalse();
		assertThat(done).isTrue();
	}

}
