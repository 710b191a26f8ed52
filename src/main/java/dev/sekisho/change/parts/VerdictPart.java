package dev.sekisho.change.parts;

/**
 * The sentence above everything: what the change comes down to.
 *
 * @param tone {@code bad} if it can't be approved, {@code warn} if somebody else is
 * touched, else {@code ok}
 * @param sentence the sentence; bold and code are marked
 */
public record VerdictPart(String tone, String sentence) {

}
