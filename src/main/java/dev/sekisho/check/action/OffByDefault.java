package dev.sekisho.check.action;

import java.util.stream.Stream;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;

/**
 * The words by which a SharedGateway allows an action that is off by default
 * ({@code spec.allow}).
 */
enum OffByDefault {

	/** Any origin in a CORS policy. */
	CORS_ANY_ORIGIN("corsAnyOrigin"),
	/** {@code delegate}. */
	DELEGATE("delegate"),
	/** {@code directResponse}. */
	DIRECT_RESPONSE("directResponse"),
	/** {@code fault}. */
	FAULT("fault"),
	/** {@code mirror} and {@code mirrors}. */
	MIRROR("mirror"),
	/** Operations on headers that the gateway, the load balancer or a login relies on. */
	PROTECTED_HEADERS("protectedHeaders"),
	/** {@code redirect}. */
	REDIRECT("redirect"),
	/** {@code rewrite.authority}. */
	REWRITE_AUTHORITY("rewriteAuthority");

	private final String word;

	OffByDefault(String word) {
		this.word = word;
	}

	boolean isAllowed(Examination examination) {
		return examination.gateway().allow().contains(this.word);
	}

	/**
	 * Reports fields that are there though they aren't allowed.
	 * @param rule whose findings they are
	 * @param examination the examination
	 * @param report where findings go
	 * @param fields the fields
	 */
	void report(Rule rule, Examination examination, Report report, Stream<Located> fields) {
		if (!isAllowed(examination)) {
			fields.filter(Located::exists).forEach((field) -> report.add(rule, Occurrence.at(field.path(), this.word)));
		}
	}

}
