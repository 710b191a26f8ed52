package dev.sekisho.apply;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;

/**
 * Who the portal is to the API server; never a reviewer.
 */
@Component
class PortalIdentity {

	private final Cluster cluster;

	private volatile @Nullable String username;

	PortalIdentity(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * The portal's own user name, asked for once.
	 * @return the name
	 */
	String username() {
		String known = this.username;
		if (known == null) {
			known = this.cluster.asPortal().whoAmI().username();
			this.username = known;
		}
		return known;
	}

}
