package dev.sekisho.routing.validation;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names as istiod checks them: letters of both cases are fine, a label has at most 63
 * characters, a name at most 255 bytes (pkg/config/labels, pkg/config/validation/agent).
 */
final class DnsName {

	private static final int LONGEST_LABEL = 63;

	private static final int LONGEST_NAME = 255;

	private static final String LABEL_FORM = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";

	private static final Pattern LABEL = Pattern.compile(LABEL_FORM);

	private static final Pattern WILDCARD_LABEL = Pattern.compile("\\*|(?:\\*|\\*-)?" + LABEL_FORM);

	// What Go's strconv.Atoi reads, save for numbers beyond 64 bits.
	private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}");

	private static final String GENERATED_SNI = "outbound_";

	private DnsName() {
	}

	static boolean isLabel(String text) {
		return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
	}

	/**
	 * Whether a text is a domain name without wildcards.
	 * @param text the text
	 * @return whether istiod's {@code ValidateFQDN} takes it
	 */
	static boolean isDomain(String text) {
		return hasLengthOfName(text) && isLabels(text);
	}

	/**
	 * Whether a text is a domain name, perhaps with a wildcard in front, such as
	 * {@code *}, {@code *.example.com} or {@code *-shop.example.com}.
	 * @param text the text
	 * @return whether istiod's {@code ValidateWildcardDomain} takes it
	 */
	static boolean isWildcardDomain(String text) {
		if (!hasLengthOfName(text)) {
			return false;
		}
		int dot = text.indexOf('.');
		String first = (dot < 0) ? text : text.substring(0, dot);
		return first.length() <= LONGEST_LABEL && WILDCARD_LABEL.matcher(first).matches()
				&& (dot < 0 || isLabels(text.substring(dot + 1)));
	}

	/**
	 * Whether a text is a domain name, or a name that istiod made up for a server name
	 * indication, such as {@code outbound_.80_._.shop.example.com}.
	 * @param text the text
	 * @return whether istiod takes it where such names are possible
	 */
	static boolean isServerName(String text) {
		if (!text.startsWith(GENERATED_SNI)) {
			return isWildcardDomain(text);
		}
		String[] parts = text.split("_", -1);
		return hasLengthOfName(text) && parts.length >= 4 && parts[1].chars().anyMatch((ch) -> ch >= '0' && ch <= '9')
				&& parts[3].chars().anyMatch(DnsName::isLetter);
	}

	private static boolean isLetter(int ch) {
		return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
	}

	private static boolean hasLengthOfName(String text) {
		return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
	}

	private static boolean isLabels(String text) {
		String[] labels = text.split("\\.", -1);
		if (isNumber(labels[labels.length - 1])) {
			return false;
		}
		for (int i = 0; i < labels.length; i++) {
			if (!isLabel(labels[i]) && !(i == labels.length - 1 && labels[i].isEmpty())) {
				return false;
			}
		}
		return true;
	}

	private static boolean isNumber(String label) {
		if (!NUMBER.matcher(label).matches()) {
			return false;
		}
		try {
			Long.parseLong(label);
			return true;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

}
