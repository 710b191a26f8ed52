@NullMarked
package dev.sekisho.guard;

import org.jspecify.annotations.NullMarked;
