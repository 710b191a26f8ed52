package dev.sekisho.sandbox.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for loopback, made when the server starts; its key never
 * leaves this process.
 *
 * @param pem the certificate, which clients trust
 * @param context the TLS context that serves it
 */
record ServingCertificate(String pem, SSLContext context) {

	private static final Duration VALIDITY = Duration.ofDays(365);

	private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));

	static ServingCertificate create() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair keys = generator.generateKeyPair();
			byte[] encoded = certificate(keys);
			return new ServingCertificate(pem(encoded), context(keys, encoded));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("No certificate can be made for the sandbox", ex);
		}
	}

	// As in RFC 5280, section 4.1.
	private static byte[] certificate(KeyPair keys) throws GeneralSecurityException {
		byte[] name = Der
			.sequence(Der.set(Der.sequence(Der.identifier(2, 5, 4, 3), Der.text("Sekisho sandbox, this start only"))));
		Instant now = Instant.now();
		byte[] body = Der.sequence(Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
				Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)), ECDSA_WITH_SHA256, name,
				Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALIDITY))), name,
				keys.getPublic().getEncoded(), Der.tagged(0xa3, Der.sequence(constraints(), names())));
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(keys.getPrivate());
		signature.update(body);
		return Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
	}

	private static byte[] constraints() {
		return Der.sequence(Der.identifier(2, 5, 29, 19), Der.bool(true), Der.octets(Der.sequence(Der.bool(true))));
	}

	private static byte[] names() {
		byte[] localhost = Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII));
		byte[] loopback = Der.tagged(0x87, new byte[] { 127, 0, 0, 1 });
		return Der.sequence(Der.identifier(2, 5, 29, 17), Der.octets(Der.sequence(localhost, loopback)));
	}

	private static String pem(byte[] encoded) {
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded)
				+ "\n-----END CERTIFICATE-----\n";
	}

	private static SSLContext context(KeyPair keys, byte[] encoded) throws GeneralSecurityException, IOException {
		Certificate certificate = CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(encoded));
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("sandbox", keys.getPrivate(), new char[0], new Certificate[] { certificate });
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(store, new char[0]);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

}
