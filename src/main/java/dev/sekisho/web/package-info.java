/**
 * What all pages share: layout, errors, language, security headers, page assets.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = {})
package dev.sekisho.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
