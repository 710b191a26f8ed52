package dev.sekisho.check.path;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A match on the scheme, or on {@code x-forwarded-proto}, can hold. The load balancer
 * ends TLS, and a gateway that trusts no proxy takes every request for plain HTTP.
 */
class SchemeBehindLoadBalancer implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0340").needing(Need.MESH_SETTINGS);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located match : examination.matches()) {
			Located field = applies(examination, match);
			if (field != null) {
				report.add(this, Occurrence.at(field.path(), Argument.text(field.node().toString())));
			}
		}
	}

	static @Nullable Located applies(Examination examination, Located match) {
		if (examination.mesh().numTrustedProxies() > 0) {
			return null;
		}
		for (Located field : List.of(match.at("scheme"), match.at("headers").at("x-forwarded-proto"),
				match.at("headers").at(":scheme"))) {
			boolean exact = field.at("exact").isText() && !field.at("exact").text().equals("http");
			boolean prefix = field.at("prefix").isText() && !"http".startsWith(field.at("prefix").text());
			if (exact || prefix) {
				return field;
			}
		}
		return null;
	}

}
