package dev.sekisho.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.table.RouteTable;

/**
 * Prints an analysis as JSON or SARIF 2.1.0, for programs.
 */
final class JsonOutput {

	private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

	private final PrintWriter out;

	JsonOutput(PrintWriter out) {
		this.out = out;
	}

	void print(Analysis analysis) {
		Map<String, Object> root = new LinkedHashMap<>();
		root.put("objects", analysis.objects());
		root.put("findings", analysis.findings().stream().map(JsonOutput::finding).toList());
		root.put("notChecked",
				analysis.notes()
					.stream()
					.map((note) -> Map.of("codes", note.codes(), "reason", note.reason()))
					.toList());
		root.put("gateways", analysis.gateways().stream().map(JsonOutput::gateway).toList());
		write(root);
	}

	void printSarif(Analysis analysis) {
		Map<String, Object> rules = new TreeMap<>();
		List<Object> results = new ArrayList<>();
		for (Finding finding : analysis.findings()) {
			rules.put(finding.code(), rule(finding.code()));
			results.add(Map.of("ruleId", finding.code(), "level", level(finding.severity()), "message",
					Map.of("text", finding.object() + " " + finding.path() + ": " + finding.message()), "locations",
					List.of(location(finding))));
		}
		Map<String, Object> driver = Map.of("name", "sekisho", "rules", List.copyOf(rules.values()));
		write(Map.of("$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", List.of(Map
			.of("tool", Map.of("driver", driver), "invocations", List.of(invocation(analysis)), "results", results))));
	}

	private static Map<String, Object> rule(String code) {
		return Map.of("id", code, "shortDescription", Map.of("text", Words.text("check." + code + ".title")),
				"fullDescription", Map.of("text", Words.text("check." + code + ".why")));
	}

	private static Map<String, Object> invocation(Analysis analysis) {
		List<Map<String, Object>> notes = new ArrayList<>();
		analysis.notes()
			.forEach((note) -> notes.add(Map.of("level", "note", "message",
					Map.of("text", "Not checked: " + String.join(", ", note.codes()) + ": " + note.reason()))));
		return Map.of("executionSuccessful", true, "toolConfigurationNotifications", notes);
	}

	private static Map<String, Object> location(Finding finding) {
		Map<String, Object> logical = Map.of("fullyQualifiedName",
				finding.kind() + " " + finding.object() + " " + finding.path(), "kind", "object");
		Map<String, Object> location = new LinkedHashMap<>();
		if (!finding.source().isEmpty()) {
			location.put("physicalLocation",
					Map.of("artifactLocation", Map.of("uri", finding.source().replace(' ', '-'))));
		}
		location.put("logicalLocations", List.of(logical));
		return location;
	}

	private static String level(Severity severity) {
		return switch (severity) {
			case BLOCKING -> "error";
			case WARNING -> "warning";
			case NOTICE -> "note";
		};
	}

	private static Map<String, Object> finding(Finding finding) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("code", finding.code());
		map.put("severity", finding.severity().label());
		map.put("kind", finding.kind());
		map.put("namespace", finding.object().namespace());
		map.put("name", finding.object().name());
		map.put("source", finding.source());
		map.put("path", finding.path());
		map.put("message", finding.message());
		return map;
	}

	private static Map<String, Object> gateway(Analysis.Gateway gateway) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("gateways", gateway.workload().gateways().stream().map(Object::toString).toList());
		map.put("podNamespace", gateway.workload().world().pods().namespace());
		map.put("podLabels", gateway.workload().world().pods().labels());
		map.put("virtualHosts", virtualHosts(gateway.workload().world().routeTable()));
		map.put("answers", gateway.answers().stream().map(JsonOutput::answered).toList());
		TrafficImpact impact = gateway.impact();
		if (impact != null) {
			map.put("impact", Map.of("moved", impact.moved().stream().map(JsonOutput::moved).toList(), "introduced",
					impact.introduced().size(), "fixed", impact.fixed().size(), "unchanged", impact.unchanged()));
		}
		return map;
	}

	private static List<Object> virtualHosts(RouteTable table) {
		List<Object> hosts = new ArrayList<>();
		for (int port : table.ports()) {
			for (VirtualHost host : table.virtualHosts(port)) {
				List<Map<String, Object>> routes = host.routes().stream().map(JsonOutput::route).toList();
				hosts.add(Map.of("port", port, "name", host.name(), "domains", host.domains(), "tlsRequired",
						host.tlsRequired(), "routes", routes));
			}
		}
		return hosts;
	}

	private static Map<String, Object> answered(Analysis.Answered answered) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("request", Words.of(answered.request()));
		map.put("answer", answer(answered.now()));
		if (answered.after() != null) {
			map.put("after", answer(answered.after()));
		}
		return map;
	}

	private static Map<String, Object> answer(Answer answer) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("outcome", answer.outcome().name());
		map.put("statuses", answer.statuses());
		map.put("route", (answer.route() != null) ? route(answer.route()) : null);
		map.put("virtualHost", answer.virtualHost());
		map.put("position", answer.position() + 1);
		map.put("destinations", answer.destinations());
		map.put("upstreamPath", answer.upstreamPath());
		map.put("upstreamHost", answer.upstreamHost());
		map.put("location", answer.location());
		map.put("tried", answer.attempts().size());
		map.put("cantTell", answer.cantTell());
		return map;
	}

	private static Map<String, Object> moved(TrafficImpact.Moved moved) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("kind", moved.kind().name());
		map.put("port", moved.port());
		map.put("virtualHost", moved.virtualHost());
		map.put("before", route(moved.before()));
		map.put("after", route(moved.after()));
		map.put("witness", Words.of(moved.witness()));
		map.put("certain", moved.certain());
		return map;
	}

	private static Map<String, Object> route(@Nullable Route route) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (route != null) {
			map.put("namespace", route.virtualService().namespace());
			map.put("virtualService", route.virtualService().name());
			map.put("http", route.httpIndex());
			map.put("match", route.matchIndex());
			map.put("name", route.name());
			map.put("condition", Words.of(route.match()));
			map.put("action", Words.of(route.action()));
		}
		return map;
	}

	private void write(Object value) {
		try {
			this.out.println(JSON.writeValueAsString(value));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
