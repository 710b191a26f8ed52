package dev.sekisho.access;

import dev.sekisho.cluster.AccessQuestion;
import dev.sekisho.cluster.ResourceKind;

/**
 * The questions about rights that Sekisho asks.
 */
final class Questions {

	private Questions() {
	}

	static AccessQuestion create(ResourceKind kind, String namespace) {
		return new AccessQuestion("create", kind, "", namespace, "");
	}

	static AccessQuestion approve(String sharedGateway) {
		return new AccessQuestion("approve", ResourceKind.SHARED_GATEWAY, "", "", sharedGateway);
	}

	static AccessQuestion update(String sharedGateway) {
		return new AccessQuestion("update", ResourceKind.SHARED_GATEWAY, "", "", sharedGateway);
	}

	static AccessQuestion list(ResourceKind kind, String namespace) {
		return new AccessQuestion("list", kind, "", namespace, "");
	}

}
