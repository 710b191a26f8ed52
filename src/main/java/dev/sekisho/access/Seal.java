package dev.sekisho.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes texts so that only who has the key reads them, and notices any change (AES-GCM
 * with 256 bits). What is closed for one purpose doesn't open for another.
 */
public final class Seal {

	/** The length of a key. */
	public static final int KEY_BYTES = 32;

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec key;

	/**
	 * Uses a key.
	 * @param key the key
	 */
	public Seal(byte[] key) {
		if (key.length != KEY_BYTES) {
			throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes");
		}
		this.key = new SecretKeySpec(key, "AES");
	}

	/**
	 * Bytes that nobody guesses.
	 * @param count how many
	 * @return the bytes
	 */
	public static byte[] random(int count) {
		byte[] bytes = new byte[count];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	/**
	 * Closes a text.
	 * @param text the text
	 * @param purpose what it is for
	 * @return the closed text
	 */
	public byte[] close(byte[] text, String purpose) {
		byte[] nonce = random(NONCE_BYTES);
		try {
			byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text);
			return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java can't encrypt", ex);
		}
	}

	/**
	 * Opens a closed text.
	 * @param closed the closed text
	 * @param purpose what it was closed for
	 * @return the text; empty if it was closed with another key, for something else, or
	 * was changed
	 */
	public Optional<byte[]> open(byte[] closed, String purpose) {
		if (closed.length < NONCE_BYTES) {
			return Optional.empty();
		}
		byte[] nonce = new byte[NONCE_BYTES];
		System.arraycopy(closed, 0, nonce, 0, NONCE_BYTES);
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(closed, NONCE_BYTES,
					closed.length - NONCE_BYTES));
		}
		catch (GeneralSecurityException ex) {
			return Optional.empty();
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(CIPHER);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
