package dev.sekisho.cluster;

import java.net.URI;

/**
 * An API server that was started for the portal and hands out all that is needed to call
 * it: how the sandbox is attached.
 *
 * @param url its address
 * @param certificate the certificate to trust, in PEM
 * @param token the bearer token of the portal's own service account; never logged
 */
public record ClusterEndpoint(URI url, String certificate, String token) {

	@Override
	public String toString() {
		return "ClusterEndpoint[" + this.url + "]";
	}

}
