package dev.sekisho.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sekisho.route.SharedGateway.FrontDoor;

/**
 * What stands before a shared gateway, as far as it decides who can send requests.
 */
@Component
public class FrontDoors {

	private final ClusterObjects objects;

	private final AlbStage stage;

	FrontDoors(ClusterObjects objects, AlbStage stage) {
		this.objects = objects;
		this.stage = stage;
	}

	/**
	 * From where the gateway can be reached.
	 * @param gateway the shared gateway
	 * @return the widest exposure of its front doors; unknown if one doesn't say
	 */
	public Exposure exposure(SharedGateway gateway) {
		List<Exposure> exposures = gateway.frontDoors().stream().map(this::exposure).toList();
		if (exposures.contains(Exposure.INTERNET_FACING)) {
			return Exposure.INTERNET_FACING;
		}
		boolean internal = !exposures.isEmpty() && exposures.stream().allMatch(Exposure.INTERNAL::equals);
		return internal ? Exposure.INTERNAL : Exposure.UNKNOWN;
	}

	/**
	 * Whether every request passes a web application firewall.
	 * @param gateway the shared gateway
	 * @return {@code true} if all its front doors are Ingresses that name one;
	 * {@code false} if one doesn't; empty if a front door can't say
	 */
	public Optional<Boolean> firewall(SharedGateway gateway) {
		List<Optional<IngressScheme>> doors = gateway.frontDoors().stream().map(this::ingress).toList();
		if (doors.stream().anyMatch((door) -> door.isPresent() && !door.get().firewall())) {
			return Optional.of(false);
		}
		boolean known = !doors.isEmpty() && doors.stream().allMatch(Optional::isPresent);
		return known ? Optional.of(true) : Optional.empty();
	}

	/**
	 * What stands before the gateway does with a request.
	 * @param gateway the shared gateway
	 * @param scheme {@code http} or {@code https}
	 * @param port the port the client connects to
	 * @param host the host the client asks for
	 * @param target path and query
	 * @return what it does; unknown unless the only front door is an Ingress
	 */
	public EntryPoint entry(SharedGateway gateway, String scheme, int port, String host, String target) {
		List<IngressScheme> doors = gateway.frontDoors().stream().flatMap((door) -> ingress(door).stream()).toList();
		if (doors.size() != 1 || gateway.frontDoors().size() != 1 || doors.get(0).listeners().isEmpty()) {
			return new EntryPoint(EntryPoint.Kind.UNKNOWN, 0, "");
		}
		IngressScheme door = doors.get(0);
		String listeners = words(door.listeners());
		if (!door.listeners().contains(new AlbListener(scheme, port))) {
			return new EntryPoint(EntryPoint.Kind.NO_LISTENER, port, listeners);
		}
		boolean redirects = scheme.equals("http") && door.redirectPort() > 0;
		return redirects ? new EntryPoint(EntryPoint.Kind.REDIRECTS, door.redirectPort(), listeners)
				: this.stage.entry(gateway, door.member(), new AlbListener(scheme, port), host, target)
					.listening(listeners);
	}

	/**
	 * What is known of each front door.
	 * @param gateway the shared gateway
	 * @return the facts, in the order of the SharedGateway
	 */
	public List<DoorFacts> facts(SharedGateway gateway) {
		return gateway.frontDoors().stream().map((door) -> {
			Optional<IngressScheme> ingress = ingress(door);
			return new DoorFacts(door.kind(), door.object().toString(),
					!"Ingress".equals(door.kind()) || ingress.isPresent(), exposure(door).value(),
					ingress.map(IngressScheme::firewall).orElse(false),
					ingress.map(IngressScheme::listeners).map(FrontDoors::words).orElse(""));
		}).toList();
	}

	private static String words(List<AlbListener> listeners) {
		return listeners.stream()
			.map((listener) -> listener.protocol().toUpperCase(Locale.ROOT) + " " + listener.port())
			.collect(Collectors.joining(", "));
	}

	private Optional<IngressScheme> ingress(FrontDoor door) {
		return "Ingress".equals(door.kind()) ? this.objects.ingresses().snapshot().find(door.object())
				: Optional.empty();
	}

	private Exposure exposure(FrontDoor door) {
		return switch (ingress(door).map(IngressScheme::scheme).orElse("")) {
			case "internet-facing" -> Exposure.INTERNET_FACING;
			case "internal" -> Exposure.INTERNAL;
			default -> Exposure.UNKNOWN;
		};
	}

	/**
	 * What is known of a front door.
	 *
	 * @param kind its kind
	 * @param object its namespace and name
	 * @param found whether the object is there
	 * @param exposure {@code internet-facing}, {@code internal} or {@code unknown}
	 * @param firewall whether it names a web application firewall
	 * @param listeners where it listens, such as {@code HTTPS 443}; empty if unknown
	 */
	public record DoorFacts(String kind, String object, boolean found, String exposure, boolean firewall,
			String listeners) {

	}

	/**
	 * From where a load balancer can be reached.
	 */
	public enum Exposure {

		/** From the internet. */
		INTERNET_FACING,
		/** From inside. */
		INTERNAL,
		/** It isn't known. */
		UNKNOWN;

		/**
		 * The value in JSON and in message keys.
		 * @return such as {@code internet-facing}
		 */
		public String value() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
