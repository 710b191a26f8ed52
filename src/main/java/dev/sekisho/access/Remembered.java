package dev.sekisho.access;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers that may be a little old, one for each question. Holds a bounded number of
 * them; an answer that can't be given (an exception) isn't remembered.
 *
 * @param <T> the type of the answers
 */
final class Remembered<T> {

	private static final int MAX_ANSWERS = 5_000;

	private final long maxAge;

	private final Map<Object, Answer<T>> answers = new ConcurrentHashMap<>();

	Remembered(Duration maxAge) {
		this.maxAge = maxAge.toNanos();
	}

	T get(Object question, Supplier<T> ask) {
		Answer<T> known = this.answers.get(question);
		if (known != null && !expired(known)) {
			return known.value();
		}
		// The age counts from before the question was asked.
		long asked = System.nanoTime();
		T value = ask.get();
		makeRoom();
		this.answers.put(question, new Answer<>(value, asked));
		return value;
	}

	private boolean expired(Answer<T> answer) {
		return System.nanoTime() - answer.asked() >= this.maxAge;
	}

	private void makeRoom() {
		if (this.answers.size() < MAX_ANSWERS) {
			return;
		}
		this.answers.values().removeIf(this::expired);
		Iterator<Object> questions = this.answers.keySet().iterator();
		while (this.answers.size() >= MAX_ANSWERS && questions.hasNext()) {
			questions.next();
			questions.remove();
		}
	}

	private record Answer<T>(T value, long asked) {

	}

}
