/**
 * Judges one VirtualService as the CRD's schema, istiod's admission webhook and Envoy do,
 * field by field.
 */
@NullMarked
@NamedInterface("validation")
package dev.sekisho.routing.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
