package dev.sekisho.routing.validation;

/**
 * References to gateways ({@code validateGatewayNames}).
 */
final class GatewayNames {

	private final Defects defects;

	GatewayNames(Defects defects) {
		this.defects = defects;
	}

	/**
	 * Checks the gateways of a VirtualService.
	 * @param gateways the list
	 * @param gatewaySemantics whether it carries the annotation of routes made from the
	 * Gateway API
	 */
	void check(Node gateways, boolean gatewaySemantics) {
		check(gateways, gatewaySemantics, true);
	}

	/**
	 * Checks the gateways of a match, where istiod loses the warning.
	 * @param gateways the list
	 */
	void checkQuietly(Node gateways) {
		check(gateways, false, false);
	}

	// Istiod stops at the first name without a slash, whatever comes after it.
	private void check(Node gateways, boolean gatewaySemantics, boolean warn) {
		for (Node gateway : gateways.items()) {
			int slash = gateway.text().indexOf('/');
			if (slash < 0) {
				undivided(gateway, warn);
				return;
			}
			String namespace = gateway.text().substring(0, slash);
			String name = gateway.text().substring(slash + 1);
			if (name.isEmpty() || !DnsName.isLabel(namespace) || (!DnsName.isLabel(name) && !gatewaySemantics)) {
				this.defects.add(Law.GATEWAY_NAME, gateway, gateway.text());
			}
		}
	}

	private void undivided(Node gateway, boolean warn) {
		String text = gateway.text();
		if (!DnsName.isDomain(text)) {
			this.defects.add(Law.GATEWAY_NAME, gateway, text);
		}
		else if (warn && text.contains(".")) {
			String[] parts = text.split("\\.", -1);
			this.defects.add(Law.LEGACY_GATEWAY_NAME, gateway, text, parts[1] + "/" + parts[0]);
		}
	}

}
