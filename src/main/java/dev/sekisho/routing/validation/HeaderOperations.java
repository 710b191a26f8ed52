package dev.sekisho.routing.validation;

import java.util.regex.Pattern;

/**
 * Headers that a route adds, sets or removes.
 */
final class HeaderOperations {

	private static final Pattern VALUE = Pattern.compile("[^\\u0000-\\u0008\\u000A-\\u001F\\u007F]*");

	private final Defects defects;

	HeaderOperations(Defects defects) {
		this.defects = defects;
	}

	void check(Node headers) {
		for (String operation : new String[] { "add", "set" }) {
			for (Node.Member header : headers.at("request").at(operation).members()) {
				name(header.node(), header.name(), true);
				value(header.node());
			}
			for (Node.Member header : headers.at("response").at(operation).members()) {
				name(header.node(), header.name(), false);
				value(header.node());
			}
		}
		headers.at("request").at("remove").items().forEach((header) -> name(header, header.text(), false));
		headers.at("response").at("remove").items().forEach((header) -> name(header, header.text(), false));
	}

	/**
	 * Refuses a second authority ({@code validateAuthorityRewrite}).
	 * @param entry the {@code http} entry
	 */
	void authority(Node entry) {
		boolean known = !entry.at("rewrite").text("authority").isEmpty();
		for (String operation : new String[] { "set", "add" }) {
			for (Node.Member header : entry.at("headers").at("request").at(operation).members()) {
				if (isAuthority(header.name())) {
					if (known) {
						this.defects.add(Law.AUTHORITY_TWICE, header.node(), header.node().text());
						return;
					}
					known = !header.node().text().isEmpty();
				}
			}
		}
	}

	static boolean isInternal(String name) {
		return name.startsWith(":") || name.equalsIgnoreCase("host");
	}

	static boolean isAuthority(String name) {
		return name.equalsIgnoreCase(":authority") || name.equalsIgnoreCase("host");
	}

	private void name(Node node, String name, boolean authorityAllowed) {
		if (name.isEmpty() || (isInternal(name) && !(authorityAllowed && isAuthority(name)))) {
			this.defects.add(Law.HEADER_OPERATION, node, name);
		}
	}

	private void value(Node node) {
		if (!VALUE.matcher(node.text()).matches() || !HeaderTemplate.isBalanced(node.text())) {
			this.defects.add(Law.HEADER_VALUE, node, node.text());
		}
	}

}
