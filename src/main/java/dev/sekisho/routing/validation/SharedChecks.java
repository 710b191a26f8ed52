package dev.sekisho.routing.validation;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sekisho.routing.regex.Regexes;

/**
 * Checks of values that stand in many places.
 */
final class SharedChecks {

	private static final int LAST_PORT = 65535;

	private static final int LONGEST_LABEL = 63;

	private static final int LONGEST_LABEL_PREFIX = 253;

	private static final String DNS_LABEL = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";

	private static final String LABEL_NAME = "(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

	private static final Pattern LABEL_KEY = Pattern
		.compile("(?:(" + DNS_LABEL + "(?:\\." + DNS_LABEL + ")*)/)?(" + LABEL_NAME + ")");

	private static final Pattern LABEL_VALUE = Pattern.compile("(?:" + LABEL_NAME + ")?");

	private final Defects defects;

	SharedChecks(Defects defects) {
		this.defects = defects;
	}

	/**
	 * A port that may be left out or 0.
	 * @param port the port
	 */
	void optionalPort(Node port) {
		if (port.integer() != 0) {
			port(port);
		}
	}

	void port(Node port) {
		if (port.integer() < 1 || port.integer() > LAST_PORT) {
			this.defects.add(Law.PORT, port, port.integer());
		}
	}

	void labels(Node labels) {
		for (Node.Member label : labels.members()) {
			Matcher key = LABEL_KEY.matcher(label.name());
			if (!key.matches() || key.group(2).length() > LONGEST_LABEL
					|| (key.group(1) != null && key.group(1).length() > LONGEST_LABEL_PREFIX)) {
				this.defects.add(Law.LABEL, label.node(), label.name());
			}
			else if (!LABEL_VALUE.matcher(label.node().text()).matches()) {
				this.defects.add(Law.LABEL, label.node(), label.node().text());
			}
		}
	}

	void regex(Node regex) {
		String text = regex.text();
		if (text.getBytes(StandardCharsets.UTF_8).length > Regexes.LONGEST) {
			this.defects.add(Law.REGEX_LENGTH, regex, text.length());
			return;
		}
		String problem = Regexes.problem(text);
		if (!problem.isEmpty()) {
			this.defects.add(Law.REGEX, regex, text, problem);
		}
	}

	/**
	 * A duration to the millisecond. What is shorter or can't be read, the schema
	 * refuses.
	 * @param duration the duration, perhaps absent
	 */
	void duration(Node duration) {
		Long nanoseconds = GoDuration.parse(duration.text());
		if (nanoseconds != null && nanoseconds >= GoDuration.MILLISECOND && nanoseconds % GoDuration.MILLISECOND != 0) {
			this.defects.add(Law.DURATION_PRECISION, duration, duration.text());
		}
	}

	/**
	 * Where requests or copies of them go ({@code validateDestination}).
	 * @param destination the destination, perhaps absent
	 */
	void destination(Node destination) {
		Node host = destination.at("host");
		if (destination.exists() && (host.text().equals("*") || !DnsName.isWildcardDomain(host.text()))) {
			this.defects.add(Law.DESTINATION_HOST, host, host.text());
		}
		Node subset = destination.at("subset");
		if (!subset.text().isEmpty() && !DnsName.isLabel(subset.text())) {
			this.defects.add(Law.SUBSET, subset, subset.text());
		}
		if (destination.has("port")) {
			port(destination.at("port").at("number"));
		}
	}

	/**
	 * Weights of destinations ({@code validateWeight}). Istiod sums up in 32 bits.
	 * @param destinations the destinations
	 */
	void weights(Node destinations) {
		int sum = 0;
		for (Node destination : destinations.items()) {
			Node weight = destination.at("weight");
			if (weight.integer() < 0) {
				this.defects.add(Law.NEGATIVE_WEIGHT, weight, weight.integer());
			}
			sum += (int) weight.integer();
		}
		if (destinations.items().size() > 1 && sum == 0) {
			this.defects.add(Law.ZERO_WEIGHT, destinations);
		}
	}

}
