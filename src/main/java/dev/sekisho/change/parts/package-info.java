/**
 * What the pages about a change are made of: verdict, traffic impact, checks and
 * difference, said in the reader's language without what the reader may not see. Shown by
 * the fragments in {@code templates/change/parts.html}.
 */
@NullMarked
@NamedInterface("parts")
package dev.sekisho.change.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
