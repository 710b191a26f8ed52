package dev.sekisho.sandbox.server;

import javax.net.ssl.SSLContext;

/**
 * A certificate for servers that tests start on loopback.
 *
 * @param pem the certificate, which clients trust
 * @param context the TLS context that serves it
 */
public record LoopbackCertificate(String pem, SSLContext context) {

	/**
	 * Makes a new one.
	 * @return the certificate
	 */
	public static LoopbackCertificate create() {
		ServingCertificate certificate = ServingCertificate.create();
		return new LoopbackCertificate(certificate.pem(), certificate.context());
	}

}
