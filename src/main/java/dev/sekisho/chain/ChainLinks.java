package dev.sekisho.chain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;

/**
 * Links from the hops of a chain to other tools, as the settings have them. What stands
 * for a placeholder comes from the cluster: it is encoded, so that it can't leave its
 * place in the address.
 */
@Component
public class ChainLinks {

	private final ChainSettings settings;

	private final Cluster cluster;

	ChainLinks(ChainSettings settings, Cluster cluster) {
		this.settings = settings;
		this.cluster = cluster;
	}

	/**
	 * The links of a chain.
	 * @param chain the chain
	 * @return the links, hop by hop, each address once
	 */
	public List<Target> of(Chain chain) {
		return chain.hops().stream().flatMap((hop) -> of(hop).stream()).distinct().toList();
	}

	private List<Target> of(Hop hop) {
		if (hop.object().key().name().isEmpty() || hop.planned()) {
			return List.of();
		}
		return this.settings.links()
			.stream()
			.filter((link) -> link.hop().equals(hop.kind().code()))
			.map((link) -> new Target(link.name(), hop.object(), address(link, hop.object())))
			.toList();
	}

	private String address(ChainSettings.Link link, ObjectRef object) {
		Map<String, String> values = Map.of("{namespace}", object.key().namespace(), "{name}", object.key().name(),
				"{kind}", object.kind(), "{cluster}", this.cluster.info().name());
		String address = link.url();
		StringBuilder filled = new StringBuilder();
		int at = 0;
		while (at < address.length()) {
			int from = at;
			String placeholder = values.keySet()
				.stream()
				.filter((one) -> address.startsWith(one, from))
				.findFirst()
				.orElse("");
			filled.append(placeholder.isEmpty() ? address.substring(at, at + 1)
					: encoded(values.getOrDefault(placeholder, "")));
			at += Math.max(1, placeholder.length());
		}
		return filled.toString();
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * A link.
	 *
	 * @param name what the other tool is called
	 * @param object what it shows there
	 * @param url its address
	 */
	public record Target(String name, ObjectRef object, String url) {

	}

}
