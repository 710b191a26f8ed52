package dev.sekisho.check.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * Header values hold only such Envoy commands as tell nothing of the gateway's own
 * environment, files and state. Istio and Envoy accept the others.
 */
class EnvoyCommands implements Rule {

	private static final Set<String> HARMLESS = Set.of("PROTOCOL", "START_TIME", "REQ", "RESP", "RESPONSE_CODE",
			"RESPONSE_FLAGS", "ROUTE_NAME", "STREAM_ID", "DOWNSTREAM_REMOTE_ADDRESS",
			"DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT");

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0610");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (HeaderOperation operation : HeaderOperation.of(examination)) {
			String value = (operation.value() != null) ? operation.value() : "";
			commands(value).stream()
				.filter((command) -> !HARMLESS.contains(command))
				.distinct()
				.forEach((command) -> report.add(this, Occurrence.at(operation.field().path(), Argument.text(command),
						Argument.text(operation.name()))));
		}
	}

	// "%%" is a percent sign; a command's name ends at "(", ":" or "%".
	static List<String> commands(String value) {
		List<String> commands = new ArrayList<>();
		int at = value.indexOf('%');
		while (at >= 0 && at + 1 < value.length()) {
			if (value.charAt(at + 1) == '%') {
				at = value.indexOf('%', at + 2);
				continue;
			}
			int end = at + 1;
			while (end < value.length() && "(:%".indexOf(value.charAt(end)) < 0) {
				end++;
			}
			commands.add(value.substring(at + 1, end));
			int open = (end < value.length() && value.charAt(end) == '(') ? value.indexOf(')', end) : end;
			int close = (open >= 0) ? value.indexOf('%', open) : -1;
			at = (close >= 0) ? value.indexOf('%', close + 1) : -1;
		}
		return commands;
	}

}
