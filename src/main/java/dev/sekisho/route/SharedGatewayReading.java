package dev.sekisho.route;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * A SharedGateway object, read or found unreadable.
 *
 * @param name its name
 * @param gateway what it says; {@code null} if it can't be read
 * @param problem why it can't be read; empty if it can
 */
record SharedGatewayReading(String name, @Nullable SharedGateway gateway, String problem) {

	static SharedGatewayReading of(GenericKubernetesResource object) {
		String name = object.getMetadata().getName();
		try {
			return new SharedGatewayReading(name, new SharedGatewayParser(object).parse(), "");
		}
		catch (IllegalArgumentException ex) {
			return new SharedGatewayReading(name, null, String.valueOf(ex.getMessage()));
		}
	}

}
