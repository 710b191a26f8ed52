package dev.sekisho.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The form of a shared gateway as typed, good or bad. Several names, hosts or paths stand
 * in one field, parted by blanks.
 *
 * @param name the name of the SharedGateway
 * @param gatewayNamespace the namespace of the Gateway
 * @param gatewayName its name
 * @param doors the front doors; none: found by following the Service
 * @param open whether there are no claims
 * @param claims the claims
 * @param approval {@code Always} or {@code ByRisk}
 * @param delivery {@code Apply}, {@code Admit} or {@code Git}
 * @param ownerLabel the label that names a namespace's team; may be empty
 * @param contactAnnotation the annotation that says how to reach it; may be empty
 * @param allow the actions that are allowed
 */
public record GatewayForm(String name, String gatewayNamespace, String gatewayName, List<Door> doors, boolean open,
		List<ClaimRow> claims, String approval, String delivery, String ownerLabel, String contactAnnotation,
		Set<String> allow) {

	/** Actions that are off unless a shared gateway allows them. */
	public static final List<String> ACTIONS = List.of("redirect", "rewriteAuthority", "directResponse", "mirror",
			"fault", "delegate", "corsAnyOrigin", "protectedHeaders");

	public GatewayForm {
		doors = List.copyOf(doors);
		claims = List.copyOf(claims);
		allow = Set.copyOf(allow);
	}

	/**
	 * Fills the form in.
	 * @param draft the draft to show
	 * @return the form
	 */
	public static GatewayForm of(GatewayDraft draft) {
		Map<String, Object> spec = draft.spec();
		Map<String, Object> gateway = GatewayDraft.map(spec.get("gateway"));
		Map<String, Object> owner = GatewayDraft.map(spec.get("owner"));
		return new GatewayForm(draft.name(), text(gateway.get("namespace")), text(gateway.get("name")),
				maps(spec.get("frontDoors")).stream().map(Door::of).toList(), spec.get("claims") == null,
				maps(spec.get("claims")).stream().map(ClaimRow::of).toList(),
				text(spec.getOrDefault("approval", "Always")), text(spec.getOrDefault("delivery", "Apply")),
				text(owner.get("label")), text(owner.get("contactAnnotation")),
				new TreeSet<>(words(spec.get("allow"))));
	}

	/**
	 * What the form says.
	 * @param base what it was filled in from: what the form doesn't show stays
	 * @return the draft
	 */
	public GatewayDraft on(GatewayDraft base) {
		Map<String, Object> spec = new LinkedHashMap<>(base.spec());
		Map<String, Object> gateway = GatewayDraft.map(spec.get("gateway"));
		gateway.put("namespace", this.gatewayNamespace.strip());
		gateway.put("name", this.gatewayName.strip());
		spec.put("gateway", gateway);
		put(spec, "frontDoors", this.doors.isEmpty() ? null : this.doors.stream().map(Door::tree).toList());
		put(spec, "claims", this.open ? null : this.claims.stream().map(ClaimRow::tree).toList());
		spec.put("approval", this.approval);
		spec.put("delivery", this.delivery);
		Map<String, Object> owner = GatewayDraft.map(spec.get("owner"));
		put(owner, "label", orNull(this.ownerLabel));
		put(owner, "contactAnnotation", orNull(this.contactAnnotation));
		put(spec, "owner", owner.isEmpty() ? null : owner);
		put(spec, "allow", this.allow.isEmpty() ? null : this.allow.stream().sorted().toList());
		return new GatewayDraft(this.name.strip(), base.metadata(), spec);
	}

	/**
	 * The labels of claims that aren't selectors.
	 * @return their places
	 */
	public List<Integer> unreadableSelectors() {
		List<Integer> places = new ArrayList<>();
		for (int i = 0; i < this.claims.size(); i++) {
			if (!this.open && this.claims.get(i).selector().isEmpty()) {
				places.add(i);
			}
		}
		return places;
	}

	private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
		if (value != null) {
			tree.put(name, value);
		}
		else {
			tree.remove(name);
		}
	}

	private static @Nullable String orNull(String text) {
		return text.isBlank() ? null : text.strip();
	}

	private static String text(@Nullable Object value) {
		return (value != null && !(value instanceof Map) && !(value instanceof List)) ? String.valueOf(value) : "";
	}

	private static List<String> words(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

	private static List<Map<String, Object>> maps(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(GatewayDraft::map).toList() : List.of();
	}

	/**
	 * A front door.
	 *
	 * @param kind {@code Ingress}, {@code TargetGroupBinding} or {@code Gateway}
	 * @param namespace its namespace
	 * @param name its name
	 */
	public record Door(String kind, String namespace, String name) {

		/** An empty row. */
		public static final Door NEW = new Door("Ingress", "", "");

		static Door of(Map<String, Object> tree) {
			return new Door(text(tree.get("kind")), text(tree.get("namespace")), text(tree.get("name")));
		}

		Map<String, Object> tree() {
			Map<String, Object> tree = new LinkedHashMap<>();
			tree.put("kind", this.kind);
			tree.put("namespace", this.namespace.strip());
			tree.put("name", this.name.strip());
			return tree;
		}

	}

	/**
	 * A claim.
	 *
	 * @param byLabels whether labels choose the namespaces
	 * @param who the namespaces, or the labels
	 * @param hosts the hosts
	 * @param pathPrefixes the path prefixes
	 */
	public record ClaimRow(boolean byLabels, String who, String hosts, String pathPrefixes) {

		/** An empty row. */
		public static final ClaimRow NEW = new ClaimRow(false, "", "*", "/api/v1/{namespace}");

		static ClaimRow of(Map<String, Object> tree) {
			boolean byLabels = tree.get("namespaceSelector") != null;
			return new ClaimRow(byLabels,
					byLabels ? SelectorText.write(GatewayDraft.map(tree.get("namespaceSelector")))
							: String.join(" ", words(tree.get("namespaces"))),
					String.join(" ", words(tree.get("hosts"))), String.join("\n", words(tree.get("pathPrefixes"))));
		}

		Map<String, Object> tree() {
			Map<String, Object> tree = new LinkedHashMap<>();
			if (this.byLabels) {
				tree.put("namespaceSelector", selector().orElse(Map.of()));
			}
			else {
				tree.put("namespaces", split(this.who.replace(',', ' ')));
			}
			tree.put("hosts", split(this.hosts.replace(',', ' ')));
			tree.put("pathPrefixes", split(this.pathPrefixes));
			return tree;
		}

		private Optional<Map<String, Object>> selector() {
			return this.byLabels ? SelectorText.read(this.who) : Optional.of(Map.of());
		}

		private static List<String> split(String text) {
			return List.of(text.strip().split("\\s+")).stream().filter((word) -> !word.isEmpty()).toList();
		}

	}

}
