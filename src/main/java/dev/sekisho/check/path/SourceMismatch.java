package dev.sekisho.check.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.table.RoutingWorld.HttpServer;

/**
 * A match isn't limited to clients, gateways or ports other than this gateway: istiod
 * leaves such a match out.
 */
class SourceMismatch implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0330");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located match : examination.matches()) {
			for (Located field : wrong(examination, match)) {
				report
					.add(this,
							Occurrence
								.at(field.path(), Argument.text(field.name()),
										Argument
											.text(field.node().isTextual() ? field.text() : field.node().toString()))
								.repairedBy(new Fix("check.fix.remove-field",
										List.of(new JsonPatchOperation("remove", field.path(), null)))));
			}
		}
	}

	/**
	 * Whether istiod leaves a match block out on this gateway ({@code sourceMatchHTTP}).
	 * @param examination the examination
	 * @param match the match block
	 * @return {@code true} if it does
	 */
	static boolean isFiltered(Examination examination, JsonNode match) {
		return !wrong(examination, new Located("", match)).isEmpty();
	}

	private static List<Located> wrong(Examination examination, Located match) {
		List<Located> wrong = new ArrayList<>();
		if (isOtherPort(examination, match.at("port"))) {
			wrong.add(match.at("port"));
		}
		if (!match.at("gateways").items().isEmpty()) {
			if (!names(examination, match.at("gateways"))) {
				wrong.add(match.at("gateways"));
			}
			return wrong;
		}
		Map<String, String> pods = examination.after().pods().labels();
		if (match.at("sourceLabels")
			.fields()
			.stream()
			.anyMatch((label) -> !label.text().equals(pods.get(label.name())))) {
			wrong.add(match.at("sourceLabels"));
		}
		String namespace = match.at("sourceNamespace").text();
		if (!namespace.isEmpty() && !namespace.equals(examination.after().pods().namespace())) {
			wrong.add(match.at("sourceNamespace"));
		}
		return wrong;
	}

	private static boolean isOtherPort(Examination examination, Located port) {
		ObjectKey key = examination.gateway().gateway();
		List<HttpServer> servers = examination.after()
			.servers(new ObjectName(key.namespace(), key.name()), examination.namespace());
		int number = port.node().asInt(0);
		return number != 0 && !servers.isEmpty() && servers.stream().noneMatch((server) -> server.port() == number);
	}

	private static boolean names(Examination examination, Located gateways) {
		ObjectKey gateway = examination.gateway().gateway();
		boolean here = examination.namespace().equals(gateway.namespace());
		return gateways.items()
			.stream()
			.map(Located::text)
			.anyMatch((name) -> name.equals(gateway.toString())
					|| (here && (name.equals(gateway.name()) || name.equals("./" + gateway.name()))));
	}

}
