/**
 * Rules about what the API server and istiod refuse or warn of, and what Envoy refuses
 * after istiod took it.
 */
@NullMarked
package dev.sekisho.check.validation;

import org.jspecify.annotations.NullMarked;
