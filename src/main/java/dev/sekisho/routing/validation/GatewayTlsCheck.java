package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The TLS settings of a Gateway's server ({@code validateTLSOptions}).
 */
final class GatewayTlsCheck {

	private static final Set<String> CIPHERS = Set.of("ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
			"ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
			"ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA",
			"ECDHE-RSA-AES256-SHA", "AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA",
			"DES-CBC3-SHA");

	private static final List<String> CERTIFICATE_FIELDS = List.of("serverCertificate", "privateKey", "caCertificates",
			"tlsCertificates", "credentialName", "credentialNames");

	private final Defects defects;

	GatewayTlsCheck(Defects defects) {
		this.defects = defects;
	}

	void check(Node tls) {
		if (!tls.exists()) {
			return;
		}
		ciphers(tls);
		switch (mode(tls)) {
			case "ISTIO_MUTUAL" -> certificatesIn(tls, Law.CERTIFICATES, CERTIFICATE_FIELDS);
			case "PASSTHROUGH", "AUTO_PASSTHROUGH" -> {
				List<String> ignored = new ArrayList<>(CERTIFICATE_FIELDS);
				ignored.add("caCrl");
				certificatesIn(tls, Law.CERTIFICATES_IGNORED, ignored);
				sources(tls);
				revocation(tls);
			}
			default -> terminating(tls);
		}
	}

	/**
	 * Whether the settings do no more than to redirect to HTTPS.
	 * @param tls the settings
	 * @return {@code false} if they are for TLS
	 */
	static boolean isRedirectOnly(Node tls) {
		return mode(tls).endsWith("PASSTHROUGH") && !isSet(tls, "caCertificates") && !isSet(tls, "privateKey")
				&& !isSet(tls, "serverCertificate");
	}

	private static String mode(Node tls) {
		return tls.text("mode").isEmpty() ? "PASSTHROUGH" : tls.text("mode");
	}

	private static boolean isSet(Node tls, String field) {
		return !tls.text(field).isEmpty() || tls.at(field).isFilled();
	}

	private void ciphers(Node tls) {
		Node suites = tls.at("cipherSuites");
		String least = tls.text("minProtocolVersion");
		if (suites.items().isEmpty() && (least.equals("TLSV1_0") || least.equals("TLSV1_1"))) {
			this.defects.add(Law.CIPHERS, tls.at("minProtocolVersion"), least);
		}
		Set<String> seen = new HashSet<>();
		for (Node suite : suites.items()) {
			if (!isCipher(suite.text()) || !seen.add(suite.text())) {
				this.defects.add(Law.CIPHERS, suite, suite.text());
			}
		}
	}

	// What begins with a sign is an expression, which istiod doesn't read.
	private static boolean isCipher(String text) {
		return text.isEmpty() || text.equals("ALL") || !Character.isLetterOrDigit(text.charAt(0))
				|| CIPHERS.contains(text);
	}

	private void certificatesIn(Node tls, Law law, List<String> fields) {
		fields.stream()
			.filter((field) -> isSet(tls, field))
			.forEach((field) -> this.defects.add(law, tls.at(field), field, mode(tls)));
	}

	private void sources(Node tls) {
		int sources = (isSet(tls, "serverCertificate") && isSet(tls, "privateKey")) ? 1 : 0;
		for (String field : new String[] { "credentialName", "credentialNames", "tlsCertificates" }) {
			sources += isSet(tls, field) ? 1 : 0;
		}
		if (sources > 1) {
			this.defects.add(Law.CERTIFICATES, tls,
					"credentialName, credentialNames, serverCertificate, tlsCertificates", mode(tls));
		}
	}

	private void terminating(Node tls) {
		sources(tls);
		if (isSet(tls, "credentialName") || isSet(tls, "credentialNames")) {
			return;
		}
		if (!mode(tls).equals("SIMPLE") && !isSet(tls, "caCertificates")) {
			this.defects.add(Law.CERTIFICATES, tls.at("caCertificates"), "caCertificates", mode(tls));
		}
		List<Node> certificates = isSet(tls, "tlsCertificates") ? tls.at("tlsCertificates").items() : List.of(tls);
		for (Node certificate : certificates) {
			for (String field : new String[] { "serverCertificate", "privateKey" }) {
				if (!isSet(certificate, field)) {
					this.defects.add(Law.CERTIFICATES, certificate.at(field), field, mode(tls));
				}
			}
		}
		revocation(tls);
	}

	private void revocation(Node tls) {
		if (isSet(tls, "caCrl") && (isSet(tls, "credentialName") || mode(tls).equals("SIMPLE"))) {
			this.defects.add(Law.CERTIFICATES, tls.at("caCrl"), "caCrl", mode(tls));
		}
	}

}
