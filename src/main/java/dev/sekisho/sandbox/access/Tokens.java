package dev.sekisho.sandbox.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bearer tokens that are valid.
 */
public final class Tokens {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Map<String, User> owners = new ConcurrentHashMap<>();

	/**
	 * Accepts a token from now on.
	 * @param token the token
	 * @param owner whose it is
	 */
	public void accept(String token, User owner) {
		this.owners.put(token, owner);
	}

	/**
	 * Makes a secret token.
	 * @param owner whose it is
	 * @return the token
	 */
	public String issue(User owner) {
		byte[] secret = new byte[24];
		RANDOM.nextBytes(secret);
		String token = HexFormat.of().formatHex(secret);
		accept(token, owner);
		return token;
	}

	/**
	 * Whose token it is.
	 * @param token a token
	 * @return its owner; empty if it isn't valid
	 */
	public Optional<User> owner(String token) {
		return Optional.ofNullable(this.owners.get(token));
	}

}
