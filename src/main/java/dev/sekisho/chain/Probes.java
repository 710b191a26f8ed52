package dev.sekisho.chain;

import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.EventStream;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.web.VisibleText;

/**
 * Sends requests through the gateway to see whether a route's own Service answers. Only
 * who may change a namespace's routes may probe them, and only with requests that the
 * route table gives to the route that is probed. The last result of each is kept, in this
 * process only.
 */
@Component
public class Probes {

	private static final Logger logger = LoggerFactory.getLogger(Probes.class);

	private static final int MOST_KEPT = 1_000;

	private final Subjects subjects;

	private final ChainCaches caches;

	private final RouteTables tables;

	private final Rights rights;

	private final EventStream events;

	private final List<AddressRange> ranges;

	private final ProbeLimits limits;

	private final ProbeClient client;

	private final Map<ObjectKey, ProbeResult> results = Collections.synchronizedMap(new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<ObjectKey, ProbeResult> eldest) {
			return size() > MOST_KEPT;
		}

	});

	Probes(ChainSettings settings, Subjects subjects, ChainCaches caches, RouteTables tables, Rights rights,
			EventStream events) {
		ChainSettings.Probe probe = settings.probe();
		this.subjects = subjects;
		this.caches = caches;
		this.tables = tables;
		this.rights = rights;
		this.events = events;
		this.ranges = probe.cidrs().stream().map(AddressRange::parse).toList();
		this.limits = new ProbeLimits(probe.every(), probe.perMinute(), InstantSource.system());
		this.client = new ProbeClient(probe.timeout(), probe.longest());
	}

	/**
	 * Whether the caller can probe a namespace's routes. Asks the API server.
	 * @param caller who asks
	 * @param namespace the namespace
	 * @return {@code false} if probes are off or the caller has no right to it
	 */
	public boolean offered(Caller caller, String namespace) {
		return !this.ranges.isEmpty() && this.rights.authorNamespaces(caller).contains(namespace);
	}

	/**
	 * What came of the last probe.
	 * @param virtualService what was probed; the caller sees it
	 * @return the result; empty if there was none
	 */
	public Optional<ProbeResult> last(ObjectKey virtualService) {
		return Optional.ofNullable(this.results.get(virtualService));
	}

	/**
	 * Sends a probe and waits for the answer.
	 * @param caller who asks
	 * @param virtualService what is probed
	 * @param wanted the request
	 * @return what came of it
	 * @throws ProbeRefused if it isn't sent
	 */
	public ProbeResult send(Caller caller, ObjectKey virtualService, ProbeRequest wanted) {
		Subject subject = this.subjects.of(caller, virtualService)
			.orElseThrow(() -> new ProbeRefused(ProbeRefused.Reason.NOT_FOUND));
		if (!this.rights.mayAuthor(caller, virtualService.namespace())) {
			throw new ProbeRefused(ProbeRefused.Reason.FORBIDDEN);
		}
		if (this.ranges.isEmpty()) {
			throw new ProbeRefused(ProbeRefused.Reason.OFF);
		}
		ProbeRequest request = completed(subject, wanted);
		ProbeTarget target = ProbeTarget.of(Scene.of(this.caches.world(), subject), this.ranges);
		boolean byGateway = !forwarded(subject, request, target.address().getPort());
		this.limits.count(virtualService);
		ProbeResult result = this.client.send(target, request, byGateway);
		logger.info("{} probed {}: {} {} {}", VisibleText.of(caller.username()), virtualService,
				VisibleText.of(request.path()), result.reason().code(), result.status());
		this.results.put(virtualService, result);
		this.events.publish(EventStream.Kind.CHAIN, virtualService.namespace(), virtualService.name());
		return result;
	}

	private static ProbeRequest completed(Subject subject, ProbeRequest wanted) {
		String host = wanted.host().isEmpty() ? host(subject.virtualService().hosts()) : wanted.host();
		return wanted.with(host, wanted.path().isEmpty() ? path(subject.placement()) : wanted.path());
	}

	private static String host(List<String> hosts) {
		String first = hosts.isEmpty() ? "*" : hosts.get(0);
		return "*".equals(first) ? "probe.example" : first.replaceFirst("^\\*", "probe");
	}

	private static String path(Placement placement) {
		return placement.places()
			.stream()
			.map((place) -> place.route().match().path())
			.filter((path) -> path.kind() == StringMatch.Kind.EXACT || path.kind() == StringMatch.Kind.PREFIX)
			.map(StringMatch::value)
			.findFirst()
			.orElseThrow(() -> new ProbeRefused(ProbeRefused.Reason.UNREADABLE, "path"));
	}

	/**
	 * Makes sure that the route that is probed gets the request.
	 * @param subject the VirtualService
	 * @param request the request
	 * @param port the port the pod listens on
	 * @return whether a Service gets it; {@code false} if the gateway answers by itself
	 */
	private boolean forwarded(Subject subject, ProbeRequest request, int port) {
		LiveTable table = this.tables.find(subject.gateway().name())
			.orElseThrow(() -> new ProbeRefused(ProbeRefused.Reason.NOT_YOURS));
		Answer answer = table.table()
			.answer(new HttpRequest(port, request.method(), request.host(), request.path(),
					List.of(new HttpRequest.Header("user-agent", ProbeClient.AGENT))));
		Route route = answer.route();
		ObjectKey own = subject.virtualService().key();
		if (answer.outcome() == Answer.Outcome.CANT_TELL || route == null
				|| !own.equals(new ObjectKey(route.virtualService().namespace(), route.virtualService().name()))) {
			throw new ProbeRefused(ProbeRefused.Reason.NOT_YOURS);
		}
		return answer.outcome() == Answer.Outcome.FORWARDED || answer.outcome() == Answer.Outcome.NO_DESTINATION;
	}

}
