package dev.sekisho.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * An Ingress as a member of its group: all members share one ALB, and their rules stand
 * one after the other (AWS Load Balancer Controller, "IngressGroup").
 *
 * @param key its key
 * @param ingressClass its class, by field or by the older annotation; may be empty
 * @param group the name of its group; empty if it has an ALB of its own
 * @param order its place in the group: lower first, then by namespace and name
 * @param listeners where it wants its rules; empty if that can't be read
 * @param rules its rules, in the order of the load balancer
 * @param fallback what gets the requests that no rule takes; {@code null} if it names
 * nothing
 */
public record AlbIngress(ObjectKey key, String ingressClass, String group, int order, List<AlbListener> listeners,
		List<AlbRule> rules, @Nullable AlbRule fallback) {

	/** What the controller's annotations begin with. */
	public static final String PREFIX = "alb.ingress.kubernetes.io/";

	private static final Comparator<AlbIngress> IN_GROUP = Comparator.comparingInt(AlbIngress::order)
		.thenComparing((ingress) -> ingress.key().toString());

	private static final ObjectMapper MAPPER = new ObjectMapper();

	public AlbIngress {
		listeners = List.copyOf(listeners);
		rules = List.copyOf(rules);
	}

	/**
	 * Reads an Ingress.
	 * @param object the raw object
	 * @return the member
	 */
	public static AlbIngress of(GenericKubernetesResource object) {
		ObjectMeta meta = object.getMetadata();
		ObjectKey key = new ObjectKey((meta.getNamespace() != null) ? meta.getNamespace() : "", meta.getName());
		Map<String, String> annotations = (meta.getAnnotations() != null) ? meta.getAnnotations() : Map.of();
		JsonNode spec = MAPPER.valueToTree(object.getAdditionalProperties()).path("spec");
		String named = spec.path("ingressClassName").asText("");
		return new AlbIngress(key,
				named.isEmpty() ? annotations.getOrDefault("kubernetes.io/ingress.class", "") : named,
				annotations.getOrDefault(PREFIX + "group.name", "").strip(),
				AlbListener.port(annotations.getOrDefault(PREFIX + "group.order", "0")),
				AlbListener.of(annotations.get(PREFIX + "listen-ports"),
						!annotations.getOrDefault(PREFIX + "certificate-arn", "").isBlank()),
				rules(key, spec, annotations.keySet()), fallback(key, spec));
	}

	private static List<AlbRule> rules(ObjectKey key, JsonNode spec, Set<String> annotations) {
		List<AlbRule> rules = new ArrayList<>();
		for (JsonNode rule : spec.path("rules")) {
			List<JsonNode> paths = new ArrayList<>();
			rule.path("http").path("paths").forEach(paths::add);
			paths.sort(Comparator.comparingInt(AlbIngress::rank));
			paths.forEach((path) -> rules.add(rule(key, rule.path("host").asText(""), path, annotations)));
		}
		return rules;
	}

	private static @Nullable AlbRule fallback(ObjectKey key, JsonNode spec) {
		String service = spec.path("defaultBackend").path("service").path("name").asText("");
		return service.isEmpty() ? null
				: new AlbRule(key, "", "", AlbRule.patterns("", ""), false, new ObjectKey(key.namespace(), service));
	}

	// The controller puts exact paths first, then prefixes, the longest first, then the
	// rest as written.
	private static int rank(JsonNode path) {
		return switch (path.path("pathType").asText("")) {
			case "Exact" -> Integer.MIN_VALUE;
			case "Prefix" -> -path.path("path").asText("").length();
			default -> 1;
		};
	}

	private static AlbRule rule(ObjectKey key, String host, JsonNode path, Set<String> annotations) {
		JsonNode service = path.path("backend").path("service");
		String name = service.path("name").asText("");
		String written = path.path("path").asText("");
		boolean action = "use-annotation".equals(service.path("port").path("name").asText(""));
		return new AlbRule(key, host, written, AlbRule.patterns(written, path.path("pathType").asText("")),
				annotations.contains(PREFIX + "conditions." + name),
				new ObjectKey(key.namespace(), action ? "" : name));
	}

	/**
	 * The members of its group, itself among them, in the order of their rules.
	 * @param all all Ingresses
	 * @param built which of them the controller acts on
	 * @return the members
	 */
	public List<AlbIngress> members(Collection<AlbIngress> all, Predicate<AlbIngress> built) {
		if (this.group.isEmpty()) {
			return List.of(this);
		}
		return all.stream()
			.filter((other) -> other.group.equals(this.group) && (other.key.equals(this.key) || built.test(other)))
			.sorted(IN_GROUP)
			.toList();
	}

	/**
	 * The rules of an ALB's listener.
	 * @param members the members of the group that have the listener, in order
	 * @return the rules in order, what gets the rest at the end
	 */
	public static List<AlbRule> sequence(List<AlbIngress> members) {
		return Stream
			.concat(members.stream().flatMap((member) -> member.rules.stream()),
					members.stream().map(AlbIngress::fallback).filter(Objects::nonNull))
			.toList();
	}

	/**
	 * The rules that stand before those to the gateway and lead elsewhere.
	 * @param members the members of the group, in order
	 * @param gateway tells the rules that lead to the gateway
	 * @return the rules in order, up to the one that gives all requests to the gateway
	 * or, without one, the last that leads there
	 */
	public List<AlbRule> before(List<AlbIngress> members, Predicate<AlbRule> gateway) {
		List<AlbRule> sequence = sequence(members.stream()
			.filter((member) -> member.listeners.isEmpty()
					|| member.listeners.stream().anyMatch(this.listeners::contains))
			.toList());
		int end = 0;
		for (int at = 0; at < sequence.size() && (end == 0 || !sequence.get(end - 1).covers("", "/")); at++) {
			end = gateway.test(sequence.get(at)) ? at + 1 : end;
		}
		return sequence.subList(0, end).stream().filter(gateway.negate()).toList();
	}

}
