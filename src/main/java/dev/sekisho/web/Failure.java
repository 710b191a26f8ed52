package dev.sekisho.web;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a person or a script is told when a request fails. The texts stand in the message
 * files under the key: {@code .title}, {@code .what}, {@code .why} and {@code .todo}.
 *
 * @param status the HTTP status
 * @param key prefix of the texts' keys; what follows the last dot is the problem's code
 * @param arguments values of the placeholders
 * @param details the failing system's own words, for who knows it; may be empty
 * @param problems what is wrong, by field
 * @param headers headers of the answer
 * @param temporary whether the same request may succeed later
 */
public record Failure(int status, String key, List<String> arguments, String details, List<FieldProblem> problems,
		HttpHeaders headers, boolean temporary) {

	public Failure {
		arguments = List.copyOf(arguments);
		problems = List.copyOf(problems);
	}

	/**
	 * A failure that has nothing to add to its texts.
	 * @param status the HTTP status
	 * @param key prefix of the texts' keys
	 * @param arguments values of the placeholders
	 * @return the failure
	 */
	public static Failure of(int status, String key, String... arguments) {
		return new Failure(status, key, List.of(arguments), "", List.of(), new HttpHeaders(), false);
	}

	/**
	 * The same with the words of the system that failed.
	 * @param words the words, in whatever language it speaks
	 * @return the failure
	 */
	public Failure saying(@Nullable String words) {
		return new Failure(this.status, this.key, this.arguments, (words != null) ? words : "", this.problems,
				this.headers, this.temporary);
	}

	/**
	 * The same with what is wrong.
	 * @param found the problems
	 * @return the failure
	 */
	public Failure with(List<FieldProblem> found) {
		return new Failure(this.status, this.key, this.arguments, this.details, found, this.headers, this.temporary);
	}

	/**
	 * The same with headers.
	 * @param further headers of the answer
	 * @return the failure
	 */
	public Failure with(HttpHeaders further) {
		return new Failure(this.status, this.key, this.arguments, this.details, this.problems, further, this.temporary);
	}

	/**
	 * The same, as one that passes.
	 * @param wait when to try again
	 * @return the failure
	 */
	public Failure passing(Duration wait) {
		HttpHeaders retry = new HttpHeaders(this.headers);
		retry.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
		return new Failure(this.status, this.key, this.arguments, this.details, this.problems, retry, true);
	}

	/**
	 * The code that scripts know the problem by.
	 * @return the end of the key
	 */
	public String code() {
		return this.key.substring(this.key.lastIndexOf('.') + 1);
	}

	/**
	 * Something wrong with a field of the request.
	 *
	 * @param path the field
	 * @param code what is wrong
	 * @param message the same in words
	 * @param fix what to write instead; may be empty
	 */
	public record FieldProblem(String path, String code, String message, String fix) {

	}

}
