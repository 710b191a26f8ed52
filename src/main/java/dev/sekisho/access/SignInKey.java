package dev.sekisho.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a browser holds of its sign-in, and nobody else: under which name it is kept, and
 * the key that opens it. Who reads the cluster's Secrets gets neither.
 *
 * @param cookie both in one text, as the cookie has it
 */
public record SignInKey(String cookie) {

	private static final int ID_BYTES = 16;

	private static final int NAME_BYTES = 20;

	static SignInKey fresh() {
		return new SignInKey(
				Base64.getUrlEncoder().withoutPadding().encodeToString(Seal.random(ID_BYTES + Seal.KEY_BYTES)));
	}

	/**
	 * Reads what a browser sent.
	 * @param cookie what it sent
	 * @return the key; empty if it is none
	 */
	public static Optional<SignInKey> of(String cookie) {
		try {
			SignInKey key = new SignInKey(cookie);
			return (key.bytes().length == ID_BYTES + Seal.KEY_BYTES) ? Optional.of(key) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The name of the Secret that keeps the sign-in.
	 * @return the name, from which the id can't be told
	 */
	String name() {
		return "sekisho-session-" + hash(Arrays.copyOf(bytes(), ID_BYTES));
	}

	Seal seal() {
		return new Seal(Arrays.copyOfRange(bytes(), ID_BYTES, ID_BYTES + Seal.KEY_BYTES));
	}

	private byte[] bytes() {
		return Base64.getUrlDecoder().decode(this.cookie);
	}

	static String hash(String text) {
		return hash(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String hash(byte[] bytes) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return name();
	}

}
