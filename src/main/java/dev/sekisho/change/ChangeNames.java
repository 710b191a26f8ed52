package dev.sekisho.change;

import java.security.SecureRandom;

import dev.sekisho.access.Caller;

/**
 * Names of changes: chosen by who submits one, else made from the VirtualService's name.
 * The same caller and key make the same name.
 */
final class ChangeNames {

	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int SUFFIX = 8;

	private final SecureRandom random = new SecureRandom();

	String of(Caller caller, Draft draft, Submissions.Request request) {
		if (!request.name().isEmpty()) {
			return request.name();
		}
		String name = draft.virtualService().name();
		String head = (name.length() > 200) ? name.substring(0, 200).replaceFirst("[^a-z0-9]+$", "") : name;
		if (!request.idempotencyKey().isEmpty()) {
			return head + "-"
					+ Hashes.hex(caller.username() + "\n" + request.idempotencyKey()).substring(0, 2 * SUFFIX);
		}
		StringBuilder suffix = new StringBuilder();
		for (int i = 0; i < SUFFIX; i++) {
			suffix.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return head + "-" + suffix;
	}

}
