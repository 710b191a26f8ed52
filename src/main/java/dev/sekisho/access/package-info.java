/**
 * Who is calling and what they may do: token review, sessions, rights, visibility.
 */
@NullMarked
@ApplicationModule(displayName = "Access", allowedDependencies = { "cluster", "web" })
package dev.sekisho.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
