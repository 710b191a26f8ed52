package dev.sekisho.access;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which of many names a caller has a right for, as it was a moment ago: a page asks
 * several times, and every question is about hundreds of names.
 */
final class RecentSets {

	private static final int MOST = 1_000;

	private final long maxAge;

	private final Map<Question, Recent> known = new ConcurrentHashMap<>();

	RecentSets(Duration maxAge) {
		this.maxAge = maxAge.toNanos();
	}

	/**
	 * The names that a caller has the right for.
	 * @param caller who asks
	 * @param right the right
	 * @param names the names in question; another set makes the question a new one
	 * @param ask asks for each of them
	 * @return the names, not to be changed
	 */
	Set<String> get(Caller caller, String right, Set<String> names, Supplier<Set<String>> ask) {
		long now = System.nanoTime();
		Question question = new Question(caller, right);
		Recent recent = this.known.get(question);
		if (recent != null && recent.names() == names && now - recent.asked() < this.maxAge) {
			return recent.those();
		}
		Set<String> those = Collections.unmodifiableSet(ask.get());
		if (this.known.size() >= MOST) {
			this.known.clear();
		}
		this.known.put(question, new Recent(names, those, now));
		return those;
	}

	private record Question(Caller caller, String right) {

	}

	private record Recent(Set<String> names, Set<String> those, long asked) {

	}

}
