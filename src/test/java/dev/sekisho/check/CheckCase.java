package dev.sekisho.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * One case of a world: what is proposed, and what the checks are to say.
 *
 * @param name what it shows
 * @param world the world
 * @param key the VirtualService
 * @param manifest how it is to be; {@code null} to delete it
 * @param stage when it is checked
 * @param expected the expected findings
 */
record CheckCase(String name, CheckWorld world, ObjectKey key, @Nullable Map<String, Object> manifest, Stage stage,
		List<Expected> expected) {

	static List<CheckCase> read(String file) {
		Map<String, Object> content = CheckWorld.read(file);
		return CheckWorld.maps(content.get("cases")).stream().map((one) -> of(content, one)).toList();
	}

	private static CheckCase of(Map<String, Object> file, Map<String, Object> one) {
		List<Map<String, Object>> objects = new ArrayList<>(CheckWorld.maps(file.get("objects")));
		objects.addAll(CheckWorld.maps(one.get("objects")));
		Map<String, Object> gateway = new LinkedHashMap<>(CheckWorld.map(file.get("gateway")));
		CheckWorld.merge(gateway, CheckWorld.map(one.get("gateway")));
		for (String removed : removed(file, one)) {
			gateway.put(removed, null);
		}
		TreeSet<Object> hidden = new TreeSet<>(list(file.get("hidden")));
		hidden.addAll(list(one.get("hidden")));
		String[] name = String.valueOf(one.getOrDefault("virtualService", "service-a/new")).split("/");
		ObjectKey key = new ObjectKey(name[0], name[1]);
		return new CheckCase(String.valueOf(one.get("name")), CheckWorld.of(objects, gateway, hidden), key,
				Boolean.TRUE.equals(one.get("delete")) ? null : manifest(key, one),
				Stage.valueOf(String.valueOf(one.getOrDefault("stage", "DRAFT"))),
				list(one.get("expect")).stream().map(Expected::of).toList());
	}

	private static List<String> removed(Map<String, Object> file, Map<String, Object> one) {
		List<String> removed = new ArrayList<>();
		CheckWorld.map(file.get("gateway")).forEach((field, value) -> addIfNull(removed, field, value));
		CheckWorld.map(one.get("gateway")).forEach((field, value) -> addIfNull(removed, field, value));
		return removed;
	}

	private static void addIfNull(List<String> removed, String field, @Nullable Object value) {
		if (value == null) {
			removed.add(field);
		}
	}

	private static Map<String, Object> manifest(ObjectKey key, Map<String, Object> one) {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("hosts", new ArrayList<>(List.of("*")));
		spec.put("gateways", new ArrayList<>(List.of("istio-ingress/sample-gateway")));
		if (one.containsKey("http")) {
			List<Map<String, Object>> http = CheckWorld.maps(one.get("http"));
			http.forEach(CheckCase::complete);
			spec.put("http", http);
		}
		CheckWorld.merge(spec, CheckWorld.map(one.get("spec")));
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("namespace", key.namespace());
		metadata.put("name", key.name());
		CheckWorld.merge(metadata, CheckWorld.map(one.get("metadata")));
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("apiVersion", "networking.istio.io/v1");
		manifest.put("kind", "VirtualService");
		manifest.put("metadata", metadata);
		manifest.put("spec", spec);
		return manifest;
	}

	private static void complete(Map<String, Object> entry) {
		if (List.of("route", "redirect", "directResponse", "delegate").stream().noneMatch(entry::containsKey)) {
			entry.put("route", new ArrayList<>(List.of(Map.of("destination",
					Map.of("host", "service-a.service-a.svc.cluster.local", "port", Map.of("number", 80))))));
		}
	}

	private static List<Object> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? new ArrayList<>(list) : List.of();
	}

	Verdict check() {
		return this.world.check(this.world.proposal(this.key, this.manifest), this.stage);
	}

	/**
	 * An expected finding.
	 *
	 * @param at its code and its JSON pointer
	 * @param detail what else is expected
	 */
	record Expected(String at, Map<String, Object> detail) {

		static Expected of(Object value) {
			if (value instanceof Map<?, ?> map) {
				Map<String, Object> detail = CheckWorld.map(map);
				return new Expected(String.valueOf(detail.get("at")).strip(), detail);
			}
			return new Expected(String.valueOf(value).strip(), Map.of());
		}

		List<String> texts(String field) {
			return list(this.detail.get(field)).stream().map(String::valueOf).toList();
		}

	}

}
