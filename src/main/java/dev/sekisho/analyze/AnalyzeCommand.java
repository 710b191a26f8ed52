package dev.sekisho.analyze;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.MeshSettings.PathNormalization;
import dev.sekisho.routing.ObjectName;

/**
 * {@code analyze}: reads manifests and prints findings, the route table, answers and the
 * impact of a change. Exit status 0: clean; 1: findings of the severity asked for; 2: bad
 * usage or input that can't be read.
 */
@Command(name = "analyze", mixinStandardHelpOptions = true, sortOptions = false,
		description = "Analyses Istio manifests without a cluster.",
		footer = { "", "Exit status: 0 clean, 1 findings of --fail-on or graver, 2 bad usage or unreadable input.",
				"Example: kubectl get gateways.networking.istio.io,virtualservices,services,ingress -A -o yaml"
						+ " | java -jar sekisho.jar analyze -f -" })
public final class AnalyzeCommand implements Callable<Integer> {

	private static final int FINDINGS = 1;

	private static final int BAD_INPUT = 2;

	@Option(names = { "-f", "--filename" }, paramLabel = "FILE|DIR|-", required = true,
			description = "Manifests: a file, a folder, or - for standard input. Can be repeated.")
	private List<String> sources = new ArrayList<>();

	@Option(names = "--request", paramLabel = "'GET https://host/path'",
			description = "A request to be answered. Can be repeated.")
	private List<String> requests = new ArrayList<>();

	@Option(names = { "-H", "--header" }, paramLabel = "'name: value'", description = "A header of the requests.")
	private List<String> headers = new ArrayList<>();

	@Option(names = "--port", description = "The port of the gateway pods that requests go to (default: the first).")
	private int port;

	@Option(names = "--change", paramLabel = "FILE",
			description = "VirtualServices to be created or replaced: prints the traffic impact.")
	private @Nullable String change;

	@Option(names = "--as-if-recreated",
			description = "Also report the requests whose winner only the order of creation decides.")
	private boolean recreated;

	@Option(names = { "-o", "--output" }, defaultValue = "text", description = "text, json or sarif (default: text).")
	private Format output = Format.TEXT;

	@Option(names = "--fail-on", defaultValue = "blocking",
			description = "The severity from which on the exit status is 1: blocking, warning, notice or never.")
	private FailOn failOn = FailOn.BLOCKING;

	@Option(names = "--no-table", description = "Don't print the route table as text.")
	private boolean noTable;

	@Option(names = "--trusted-proxies",
			description = "gatewayTopology.numTrustedProxies of the mesh (default: 0; rules that depend on it are left out then).")
	private @Nullable Integer trustedProxies;

	@Option(names = "--path-normalization", defaultValue = "default",
			description = "pathNormalization of the mesh: ${COMPLETION-CANDIDATES}.")
	private PathNormalization pathNormalization = PathNormalization.DEFAULT;

	@Option(names = "--cluster-domain", defaultValue = "cluster.local",
			description = "The cluster's DNS domain (default: ${DEFAULT-VALUE}).")
	private String clusterDomain = "cluster.local";

	private final InputStream in;

	private final PrintWriter out;

	AnalyzeCommand(InputStream in, PrintWriter out) {
		this.in = in;
		this.out = out;
	}

	/**
	 * Runs the command line.
	 * @param arguments the arguments after {@code analyze}
	 * @param in what {@code -f -} reads
	 * @param out gets the report
	 * @param err gets what is wrong with usage or input
	 * @return the exit status
	 */
	public static int run(List<String> arguments, InputStream in, PrintWriter out, PrintWriter err) {
		CommandLine commandLine = new CommandLine(new AnalyzeCommand(in, out)).setCaseInsensitiveEnumValuesAllowed(true)
			.setOut(out)
			.setErr(err)
			.setExecutionExceptionHandler((ex, command, result) -> {
				if (ex instanceof InputException) {
					command.getErr().println("sekisho analyze: " + Words.visible(String.valueOf(ex.getMessage())));
					return BAD_INPUT;
				}
				throw ex;
			});
		int status = commandLine.execute(arguments.toArray(String[]::new));
		out.flush();
		err.flush();
		return status;
	}

	@Override
	public Integer call() {
		List<Manifest> manifests = read(this.sources);
		MeshSettings mesh = new MeshSettings(this.pathNormalization,
				(this.trustedProxies != null) ? this.trustedProxies : 0, this.clusterDomain);
		List<Workload> workloads = Workload.of(manifests, mesh);
		if (workloads.isEmpty()) {
			throw new InputException("there is no Gateway (networking.istio.io) among the " + manifests.size()
					+ " objects, so nothing is routed: add the manifest of the shared Gateway");
		}
		Analysis analysis = analyze(manifests, workloads);
		switch (this.output) {
			case TEXT -> new TextOutput(this.out, !this.noTable).print(analysis);
			case JSON -> new JsonOutput(this.out).print(analysis);
			case SARIF -> new JsonOutput(this.out).printSarif(analysis);
		}
		return analysis.findings().stream().anyMatch((finding) -> this.failOn.covers(finding.severity())) ? FINDINGS
				: 0;
	}

	private Analysis analyze(List<Manifest> manifests, List<Workload> workloads) {
		Analyzer analyzer = new Analyzer(manifests, changes(manifests), this.trustedProxies != null);
		analyzer.ask(this.requests.stream().map((request) -> Asked.of(request, this.headers)).toList(), this.port);
		return analyzer.analyze(workloads, this.recreated);
	}

	private List<Manifest> changes(List<Manifest> manifests) {
		if (this.change == null) {
			return List.of();
		}
		Map<ObjectName, Manifest> live = Analyzer.virtualServices(manifests);
		List<Manifest> changes = read(List.of(this.change)).stream()
			.filter((manifest) -> manifest.isIstio(Manifest.VIRTUAL_SERVICE))
			.map((manifest) -> {
				Manifest old = live.get(manifest.name());
				return (old != null) ? manifest.inPlaceOf(old) : manifest;
			})
			.toList();
		if (changes.isEmpty()) {
			throw new InputException(this.change + ": there is no VirtualService (networking.istio.io) in it");
		}
		return changes;
	}

	private List<Manifest> read(List<String> from) {
		Input input = new Input(this.in);
		from.forEach(input::read);
		if (input.manifests().isEmpty()) {
			throw new InputException("nothing to read in " + String.join(", ", from));
		}
		return input.manifests();
	}

	/**
	 * The forms of output.
	 */
	enum Format {

		/** For people. */
		TEXT,
		/** For programs. */
		JSON,
		/** For code scanning. */
		SARIF

	}

	/**
	 * From which severity on the exit status tells of findings.
	 */
	enum FailOn {

		/** Blocking findings. */
		BLOCKING,
		/** Warnings too. */
		WARNING,
		/** Any finding. */
		NOTICE,
		/** No finding. */
		NEVER;

		boolean covers(Severity severity) {
			return this != NEVER && Arrays.asList(Severity.values()).indexOf(severity) <= ordinal();
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
