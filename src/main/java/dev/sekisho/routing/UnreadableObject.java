package dev.sekisho.routing;

/**
 * An object that was set aside because it doesn't have the shape of its kind.
 *
 * @param kind its kind
 * @param name its name, as far as it could be read
 * @param reason what is wrong with it
 */
public record UnreadableObject(String kind, ObjectName name, String reason) {

}
