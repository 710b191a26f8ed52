package dev.sekisho.routing.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.table.PortTable.CompiledHost;

/**
 * The merged, ordered routes of one ingress gateway workload, per listening port and
 * virtual host, as istiod builds them. Immutable.
 */
public final class RouteTable {

	private final MeshSettings mesh;

	private final Map<Integer, PortTable> tables;

	private final Set<Integer> otherPorts;

	RouteTable(MeshSettings mesh, Map<Integer, PortTable> tables, Set<Integer> otherPorts) {
		this.mesh = mesh;
		this.tables = tables;
		this.otherPorts = otherPorts;
	}

	RouteTable with(Map<Integer, PortTable> changed) {
		return new RouteTable(this.mesh, changed, this.otherPorts);
	}

	/**
	 * The ports on which plain HTTP is served, ascending.
	 * @return port numbers as the pods listen on
	 */
	public List<Integer> ports() {
		return List.copyOf(new TreeSet<>(this.tables.keySet()));
	}

	/**
	 * The virtual hosts of a port: exact domains by name, then wildcards from longest to
	 * shortest, {@code *} last.
	 * @param port a port the pods listen on
	 * @return the virtual hosts; empty if nothing listens there
	 */
	public List<VirtualHost> virtualHosts(int port) {
		PortTable table = this.tables.get(port);
		return (table != null) ? table.hosts().stream().map(CompiledHost::virtualHost).toList() : List.of();
	}

	/**
	 * What the gateway answers to a request, and why. Never fails: what can't be told is
	 * an answer too.
	 * @param request the request
	 * @return the answer
	 */
	public Answer answer(HttpRequest request) {
		return new Answering(this.mesh, this.tables.get(request.port()), this.otherPorts.contains(request.port()))
			.answer(request);
	}

	/**
	 * Whether any request reaches a route of this table.
	 * @param port the port of the table
	 * @param virtualHost the name of the virtual host
	 * @param position the route's position in it, counted from 0
	 * @return the verdict, with a witness or with the routes that are tried before
	 */
	public Reach reach(int port, String virtualHost, int position) {
		PortTable table = this.tables.get(port);
		CompiledHost host = (table != null) ? table.named(virtualHost) : null;
		if (table == null || host == null || position < 0 || position >= host.routes().size()) {
			throw new IllegalArgumentException("No such route: " + virtualHost + " " + position);
		}
		return reaches(port, table, host).reach(position);
	}

	/**
	 * As {@link #reach}, without witnesses: known at once when asked again, also after
	 * other VirtualServices changed.
	 * @param port the port of the table
	 * @param virtualHost the name of the virtual host
	 * @return the verdicts by position
	 */
	public List<Reach.Verdict> verdicts(int port, String virtualHost) {
		PortTable table = this.tables.get(port);
		CompiledHost host = (table != null) ? table.named(virtualHost) : null;
		if (table == null || host == null) {
			throw new IllegalArgumentException("No such virtual host: " + virtualHost);
		}
		ReachSearch search = reaches(port, table, host);
		return IntStream.range(0, host.routes().size()).mapToObj(search::verdict).toList();
	}

	/**
	 * The verdict on one route, as of {@link #verdicts}.
	 * @param port the port of the table
	 * @param virtualHost the name of the virtual host
	 * @param position the route's position in it, counted from 0
	 * @return the verdict
	 */
	public Reach.Verdict verdict(int port, String virtualHost, int position) {
		PortTable table = this.tables.get(port);
		CompiledHost host = (table != null) ? table.named(virtualHost) : null;
		if (table == null || host == null || position < 0 || position >= host.routes().size()) {
			throw new IllegalArgumentException("No such route: " + virtualHost + " " + position);
		}
		return reaches(port, table, host).verdict(position);
	}

	/**
	 * Asks which routes of a virtual host get requests.
	 * @param port the port
	 * @param table the table of the port
	 * @param host the virtual host
	 * @return the search
	 */
	public ReachSearch reaches(int port, PortTable table, CompiledHost host) {
		return new ReachSearch(this, table, port, host);
	}

	/**
	 * The mesh's settings.
	 * @return the settings
	 */
	public MeshSettings mesh() {
		return this.mesh;
	}

	/**
	 * The table of a port.
	 * @param port the port
	 * @return the table; {@code null} if no server listens there
	 */
	public @Nullable PortTable table(int port) {
		return this.tables.get(port);
	}

}
