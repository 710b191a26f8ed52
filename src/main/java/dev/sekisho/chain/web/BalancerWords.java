package dev.sekisho.chain.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sekisho.chain.HostCover;
import dev.sekisho.chain.HostCovers;
import dev.sekisho.chain.ObjectRef;
import dev.sekisho.route.BalancerNeeds;
import dev.sekisho.route.BalancerSource;
import dev.sekisho.route.SharedGateway;

/**
 * Says what a change asks of the load balancers.
 */
@Component
class BalancerWords implements BalancerSource {

	private static final int SHOWN = 10;

	private final HostCovers covers;

	private final ChainTexts texts;

	BalancerWords(HostCovers covers, ChainTexts texts) {
		this.covers = covers;
		this.texts = texts;
	}

	@Override
	public BalancerNeeds needs(SharedGateway gateway, List<String> hosts, Predicate<String> sees, Locale locale) {
		List<BalancerNeeds.Host> said = this.covers.of(gateway, hosts, sees)
			.stream()
			.limit(SHOWN)
			.map((cover) -> host(cover, locale))
			.toList();
		return new BalancerNeeds(0, this.texts.message("balancer.rules", locale), said);
	}

	private BalancerNeeds.Host host(HostCover cover, Locale locale) {
		ObjectRef balancer = cover.balancer();
		String name = (balancer != null) ? balancer.key().toString() : "";
		String certificates = cover.certificates()
			.stream()
			.map((one) -> one.substring(one.lastIndexOf('/') + 1))
			.collect(Collectors.joining(", "));
		return new BalancerNeeds.Host(cover.host(), name, cover.coverage().code(), cover.certificates(),
				this.texts.message("balancer." + cover.coverage().code(), locale, cover.host(), certificates, name));
	}

}
