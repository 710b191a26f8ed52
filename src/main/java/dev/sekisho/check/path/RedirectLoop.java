package dev.sekisho.check.path;

import java.util.List;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A redirect to HTTPS ends. Behind a load balancer that ends TLS, a gateway that trusts
 * no proxy takes every request for plain HTTP and redirects it for ever.
 */
class RedirectLoop implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0341").needing(Need.MESH_SETTINGS);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (examination.mesh().numTrustedProxies() > 0) {
			return;
		}
		for (Located entry : examination.http()) {
			Located redirect = entry.at("redirect");
			boolean same = List.of("uri", "authority", "prefixRewrite", "port", "derivePort")
				.stream()
				.noneMatch((field) -> redirect.at(field).exists());
			if (same && redirect.at("scheme").text().equals("https")) {
				report.add(this, Occurrence.at(redirect.at("scheme").path()));
			}
		}
		examination.routes()
			.stream()
			.filter((placed) -> placed.virtualHost().tlsRequired())
			.map(PlacedRoute::hosts)
			.distinct()
			.forEach((hosts) -> report.add(this, Occurrence.at("/spec/hosts", hosts)));
	}

}
