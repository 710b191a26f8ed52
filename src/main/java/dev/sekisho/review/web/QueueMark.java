package dev.sekisho.review.web;

import java.time.Instant;
import java.util.List;

import dev.sekisho.change.RouteChange;

/**
 * What a queue looked like, as much as tells whether it changed.
 *
 * @param size how many changes waited
 * @param latest when the latest of them was sent, in seconds; 0 if none waited
 */
record QueueMark(int size, long latest) {

	static QueueMark of(List<RouteChange> queue) {
		return new QueueMark(queue.size(),
				queue.stream().map(RouteChange::created).mapToLong(Instant::getEpochSecond).max().orElse(0));
	}

	static QueueMark read(String text) {
		if (!text.matches("\\d{1,9}-\\d{1,18}")) {
			return new QueueMark(0, 0);
		}
		int hyphen = text.indexOf('-');
		return new QueueMark(Integer.parseInt(text.substring(0, hyphen)), Long.parseLong(text.substring(hyphen + 1)));
	}

	String text() {
		return this.size + "-" + this.latest;
	}

	/**
	 * How many changes of a queue were sent after it looked like this.
	 * @param queue the queue
	 * @return how many
	 */
	long later(List<RouteChange> queue) {
		return queue.stream().filter((change) -> change.created().getEpochSecond() > this.latest).count();
	}

}
