package dev.sekisho.check.claim;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.table.RoutingWorld.HttpServer;

/**
 * Each host is one of the hosts of the Gateway's servers, or is covered by one. Istio
 * drops the others without a word.
 */
class HostNotServed implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0204").like("IST0132");
	}

	@Override
	public void check(Examination examination, Report report) {
		ObjectKey key = examination.gateway().gateway();
		List<HttpServer> servers = examination.after()
			.servers(new ObjectName(key.namespace(), key.name()), examination.namespace());
		if (servers.isEmpty()) {
			return;
		}
		for (Located host : examination.list("hosts")) {
			boolean resolved = host.text().contains(".") || host.text().contains("*");
			if (resolved && servers.stream().noneMatch((server) -> server.serves(host.text()))) {
				report.add(this, Occurrence.at(host.path(), Argument.text(host.text()), Argument.text(key.toString()))
					.saying(Argument.text(String.join(", ", servers.get(0).hosts()))));
			}
		}
	}

}
