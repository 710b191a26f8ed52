package dev.sekisho.routing.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The namespaces that see a VirtualService ({@code validateExportTo}).
 */
final class ExportTo {

	private static final String ALL = "*";

	private final Defects defects;

	ExportTo(Defects defects) {
		this.defects = defects;
	}

	void check(Node exportTo, String namespace) {
		List<Node> entries = exportTo.items();
		Set<String> seen = new HashSet<>();
		for (Node entry : entries) {
			String name = entry.text().equals(".") ? namespace : entry.text();
			if (seen.contains(name)) {
				this.defects.add(Law.EXPORT_TO_CONFLICT, entry, entry.text());
			}
			else if (name.equals(ALL) || name.equals(".") || DnsName.isLabel(name)) {
				seen.add(name);
			}
			else {
				this.defects.add(Law.EXPORT_TO, entry, entry.text());
			}
		}
		if (seen.contains(ALL) && entries.size() > 1) {
			this.defects.add(Law.EXPORT_TO_CONFLICT, exportTo, ALL);
		}
	}

}
