package dev.sekisho.change.parts;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Preview;
import dev.sekisho.route.BalancerNeeds;
import dev.sekisho.route.BalancerSource;

/**
 * Tells what a change asks of the load balancers before the gateway.
 */
@Component
public class Balancers {

	private static final int MOST_HOSTS = 10;

	private final ObjectProvider<BalancerSource> source;

	Balancers(ObjectProvider<BalancerSource> source) {
		this.source = source;
	}

	/**
	 * What a change asks of the load balancers.
	 * @param preview what it would do
	 * @param sees which namespaces the reader may see
	 * @param locale the language of the sentences
	 * @return what is known of it now; {@code null} if nobody knows load balancers
	 */
	public @Nullable BalancerNeeds of(Preview preview, Predicate<String> sees, Locale locale) {
		BalancerSource known = this.source.getIfAvailable();
		return (known != null) ? known.needs(preview.sharedGateway(), hosts(preview.proposed()), sees, locale) : null;
	}

	private static List<String> hosts(@Nullable GenericKubernetesResource proposed) {
		if (proposed == null || !(proposed.get("spec", "hosts") instanceof List<?> hosts)) {
			return List.of();
		}
		return hosts.stream()
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.distinct()
			.limit(MOST_HOSTS)
			.toList();
	}

}
