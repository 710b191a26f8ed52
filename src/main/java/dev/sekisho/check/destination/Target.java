package dev.sekisho.check.destination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ServiceEntryPoint;

/**
 * A destination of the proposed VirtualService: of a route or of a mirror.
 *
 * @param field the {@code destination}
 * @param host its host as written
 * @param key the Service it names; {@code null} if it names none of this cluster
 */
record Target(Located field, String host, @Nullable ObjectKey key) {

	static List<Target> of(Examination examination) {
		List<Target> targets = new ArrayList<>();
		for (Located entry : examination.http()) {
			List<Located> fields = new ArrayList<>();
			entry.at("route").items().forEach((route) -> fields.add(route.at("destination")));
			fields.add(entry.at("mirror"));
			entry.at("mirrors").items().forEach((mirror) -> fields.add(mirror.at("destination")));
			fields.stream()
				.filter((field) -> field.at("host").isText() && !field.at("host").text().isEmpty())
				.forEach((field) -> targets.add(of(field, examination)));
		}
		return targets;
	}

	private static Target of(Located field, Examination examination) {
		String host = field.at("host").text();
		return new Target(field, host,
				key(host, examination.namespace(), ".svc." + examination.mesh().clusterDomain()));
	}

	private static @Nullable ObjectKey key(String host, String namespace, String suffix) {
		if (!host.contains(".")) {
			return host.equals("*") ? null : new ObjectKey(namespace, host);
		}
		if (!host.endsWith(suffix)) {
			return null;
		}
		String[] labels = host.substring(0, host.length() - suffix.length()).split("\\.", -1);
		return (labels.length == 2 && !labels[0].isEmpty() && !labels[0].startsWith("*"))
				? new ObjectKey(labels[1], labels[0]) : null;
	}

	/**
	 * The Services of the VirtualService's own namespace that exist.
	 * @param examination the examination
	 * @return the targets with such a Service
	 */
	static List<Found> found(Examination examination) {
		List<Found> found = new ArrayList<>();
		for (Target target : of(examination)) {
			ObjectKey key = target.key();
			if (key != null && key.namespace().equals(examination.namespace())) {
				Optional<ServiceEntryPoint> service = examination.surroundings().service(key);
				service.ifPresent((one) -> found.add(new Found(target, key, one)));
			}
		}
		return found;
	}

	Located hostField() {
		return this.field.at("host");
	}

	/**
	 * The port's number.
	 * @return the number; 0 if there is none
	 */
	int port() {
		return this.field.at("port").at("number").node().asInt(0);
	}

	/**
	 * A target whose Service exists.
	 *
	 * @param target the target
	 * @param key the Service's name
	 * @param service the Service
	 */
	record Found(Target target, ObjectKey key, ServiceEntryPoint service) {

		boolean external() {
			return "ExternalName".equals(this.service.type());
		}

		boolean hasPort(int number) {
			return this.service.ports().stream().anyMatch((port) -> port.number() == number);
		}

		String ports() {
			return String.join(", ",
					this.service.ports().stream().map((port) -> String.valueOf(port.number())).toList());
		}

	}

}
