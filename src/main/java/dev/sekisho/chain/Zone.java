package dev.sekisho.chain;

/**
 * Where a hop lives.
 *
 * @param aws whether it lives in AWS
 * @param namespace its namespace; empty in AWS and where it is unknown
 */
public record Zone(boolean aws, String namespace) {

	static final Zone AWS = new Zone(true, "");

}
