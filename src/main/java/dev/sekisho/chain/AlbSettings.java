package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * The annotations by which the AWS Load Balancer Controller is told how to build an ALB.
 * Defaults are the controller's.
 *
 * @param annotations the annotations, without the controller's prefix
 */
record AlbSettings(Map<String, String> annotations) {

	static final String PREFIX = "alb.ingress.kubernetes.io/";

	private static final Pattern LISTENER = Pattern.compile("\\{\\s*\"(HTTPS?)\"\\s*:\\s*(\\d{1,5})\\s*}");

	private static final Pattern LISTENERS = Pattern.compile("\\s*\\[\\s*(" + LISTENER.pattern() + "\\s*,?\\s*)+]\\s*");

	static AlbSettings of(GenericKubernetesResource ingress) {
		return new AlbSettings(Keys.annotations(ingress)
			.entrySet()
			.stream()
			.filter((annotation) -> annotation.getKey().startsWith(PREFIX))
			.collect(Collectors.toUnmodifiableMap((annotation) -> annotation.getKey().substring(PREFIX.length()),
					Map.Entry::getValue)));
	}

	boolean internetFacing() {
		return "internet-facing".equals(get("scheme", "internal"));
	}

	String scheme() {
		return get("scheme", "internal");
	}

	/**
	 * Whether targets are the pods' own addresses.
	 * @return {@code false} if they are nodes
	 */
	boolean ipTargets() {
		return "ip".equals(targetType());
	}

	String targetType() {
		return get("target-type", "instance");
	}

	String healthCheckPath() {
		return get("healthcheck-path", "/");
	}

	String healthCheckPort() {
		return get("healthcheck-port", "traffic-port");
	}

	boolean certificate() {
		return !get("certificate-arn", "").isEmpty();
	}

	List<String> certificates() {
		return Arrays.stream(get("certificate-arn", "").split(","))
			.map(String::strip)
			.filter((arn) -> !arn.isEmpty())
			.toList();
	}

	boolean firewall() {
		return !get("wafv2-acl-arn", "").isEmpty() || !get("waf-acl-id", "").isEmpty();
	}

	String group() {
		return get("group.name", "");
	}

	boolean listenPortsReadable() {
		String text = get("listen-ports", "");
		return text.isEmpty() || LISTENERS.matcher(text).matches();
	}

	/**
	 * The ports the ALB listens on. Without {@code listen-ports} there is one listener:
	 * HTTPS 443 if a certificate is named, HTTP 80 if not.
	 * @return such as {@code HTTPS 443}
	 */
	List<String> listeners() {
		List<String> listeners = new ArrayList<>();
		Matcher matcher = LISTENER.matcher(get("listen-ports", ""));
		while (matcher.find()) {
			listeners.add(matcher.group(1) + " " + matcher.group(2));
		}
		if (listeners.isEmpty()) {
			listeners.add(certificate() ? "HTTPS 443" : "HTTP 80");
		}
		return listeners;
	}

	String get(String name, String absent) {
		String value = this.annotations.get(name);
		return (value != null && !value.isBlank()) ? value.strip() : absent;
	}

}
