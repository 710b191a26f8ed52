package dev.sekisho.change.web;

import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Whether changes can be sent at all.
 */
@Component
class Sending {

	private final Cluster cluster;

	private final SharedGateways sharedGateways;

	private final ChangeTexts texts;

	Sending(Cluster cluster, SharedGateways sharedGateways, ChangeTexts texts) {
		this.cluster = cluster;
		this.sharedGateways = sharedGateways;
		this.texts = texts;
	}

	/**
	 * Whether the portal writes to this cluster.
	 * @return {@code false} if it only reads
	 */
	boolean possible() {
		return this.cluster.info().writable();
	}

	/**
	 * Why nothing can be sent for a shared gateway.
	 * @param gateway its name; empty if it isn't chosen yet
	 * @param locale the language
	 * @return a sentence; empty if changes can be sent
	 */
	String off(String gateway, Locale locale) {
		if (!possible()) {
			return this.texts.text("off.read-only", locale, this.cluster.info().name());
		}
		Optional<SharedGateway> found = this.sharedGateways.find(gateway);
		if (found.isPresent() && found.get().derived()) {
			return this.texts.text("off.derived", locale);
		}
		return "";
	}

}
