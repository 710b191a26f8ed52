package dev.sekisho.analyze;

import dev.sekisho.routing.ObjectName;

/**
 * What was found.
 *
 * @param code the stable code, such as {@code SKS0504}
 * @param severity how grave it is
 * @param kind the kind of the object
 * @param object the object
 * @param source where the object was read
 * @param path JSON pointer of the field; empty for the whole object
 * @param message what it is, in one or two sentences
 */
record Finding(String code, Severity severity, String kind, ObjectName object, String source, String path,
		String message) {

}
