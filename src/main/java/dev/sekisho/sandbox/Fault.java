package dev.sekisho.sandbox;

/**
 * Something that can be broken in a sandbox, on purpose.
 *
 * @param name its name, such as {@code gateway-selector}
 * @param hop the hop of the chain that it breaks, as the chain calls it
 * @param broken whether it is broken now
 */
public record Fault(String name, String hop, boolean broken) {

}
