package dev.sekisho.route.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

import dev.sekisho.access.Attendance;
import dev.sekisho.access.Attendances;
import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.EventStream.Event;

/**
 * One open event stream. Events wait in a short queue until a sender has time; who reads
 * too slowly gets a {@code reset} instead. With each heartbeat its reader is looked at
 * anew: who has left gets nothing more, and who sees less than before a {@code reset} and
 * the end of this stream.
 */
class OpenStream {

	private static final int LONGEST_QUEUE = 100;

	private static final long LIFETIME_MILLIS = 60 * 60 * 1_000L;

	private final SseEmitter emitter = new SseEmitter(LIFETIME_MILLIS);

	private final Rights rights;

	private final Caller caller;

	private final Attendance attendance;

	private final Executor senders;

	private final Deque<Message> queue = new ArrayDeque<>();

	private boolean sending;

	private volatile boolean ended;

	OpenStream(Rights rights, Attendances attendances, Caller caller, Executor senders) {
		this.rights = rights;
		this.caller = caller;
		this.senders = senders;
		this.attendance = attendances.begin(caller, this::end);
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	/**
	 * What is to be done when the stream has ended, whoever ended it.
	 * @param forget called then
	 */
	void onEnd(Runnable forget) {
		Runnable closed = () -> {
			this.attendance.close();
			forget.run();
		};
		this.emitter.onCompletion(closed);
		this.emitter.onTimeout(this.emitter::complete);
		this.emitter.onError((failure) -> closed.run());
	}

	/**
	 * Ends the stream; what still waits isn't sent.
	 */
	void end() {
		this.ended = true;
		perform(this.emitter::complete);
	}

	void hello(String id) {
		enqueue(new Message(id, "hello", "", ""));
	}

	void reset(String id) {
		enqueue(new Message(id, "reset", "", ""));
	}

	void heartbeat() {
		enqueue(new Message("", "", "", ""));
	}

	void offer(Event event) {
		enqueue(new Message(event.id(), event.kind().eventName(), event.namespace(), event.name()));
	}

	private synchronized void enqueue(Message message) {
		if (this.queue.size() >= LONGEST_QUEUE) {
			this.queue.clear();
			this.queue.add(new Message(message.id(), "reset", "", ""));
		}
		else {
			this.queue.removeIf(message::replaces);
			this.queue.add(message);
		}
		if (!this.sending) {
			this.sending = true;
			perform(this::send);
		}
	}

	private void perform(Runnable task) {
		try {
			this.senders.execute(task);
		}
		catch (RejectedExecutionException ex) {
			this.emitter.complete();
		}
	}

	private void send() {
		try {
			for (Message message = next(); message != null; message = next()) {
				if (message.heartbeat()) {
					look();
				}
				if (!this.ended && sees(message)) {
					this.emitter.send(message.toEvent());
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// The reader is gone, or its rights can't be told any more: it reconnects.
			this.emitter.completeWithError(ex);
		}
	}

	private void look() throws IOException {
		Attendance.State state = this.attendance.look();
		if (state == Attendance.State.SEES_LESS && !this.ended) {
			this.emitter.send(SseEmitter.event().name("reset").data(new Hint("", "")));
		}
		if (state != Attendance.State.HERE) {
			end();
		}
	}

	private synchronized @Nullable Message next() {
		Message message = this.queue.poll();
		this.sending = message != null;
		return message;
	}

	private boolean sees(Message message) {
		return message.namespace().isEmpty() || this.rights.visibility(this.caller).sees(message.namespace());
	}

	/**
	 * A line of the stream.
	 *
	 * @param id its id; empty for a heartbeat
	 * @param type its type; empty for a heartbeat
	 * @param namespace who sees this namespace gets it; empty for everybody
	 * @param name what it is about
	 */
	private record Message(String id, String type, String namespace, String name) {

		boolean replaces(Message earlier) {
			return this.type.equals(earlier.type) && this.namespace.equals(earlier.namespace)
					&& this.name.equals(earlier.name);
		}

		boolean heartbeat() {
			return this.type.isEmpty();
		}

		SseEventBuilder toEvent() {
			if (heartbeat()) {
				return SseEmitter.event().name("heartbeat").data("{}");
			}
			return SseEmitter.event().id(this.id).name(this.type).data(new Hint(this.namespace, this.name));
		}

	}

	/**
	 * What a hint is about. It holds no content: who gets it asks again.
	 *
	 * @param namespace the namespace; may be empty
	 * @param name the object's name; may be empty
	 */
	private record Hint(String namespace, String name) {

	}

}
