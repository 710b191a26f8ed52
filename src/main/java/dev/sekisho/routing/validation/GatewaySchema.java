package dev.sekisho.routing.validation;

/**
 * The schema of {@code gateways.networking.istio.io}, the same in all served versions
 * (manifests/charts/base/files/crd-all.gen.yaml).
 */
final class GatewaySchema {

	private static final Shape STRINGS = Shape.list(Shape.STRING);

	private static final Shape PORT = Shape.object()
		.with(Shape.UINT32, "number", "targetPort")
		.with(Shape.STRING, "protocol", "name")
		.require("number", "protocol", "name")
		.build();

	private static final Shape VERSION = Shape.oneOf("TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3");

	private static final Shape CERTIFICATE = Shape.object()
		.with(Shape.STRING, "caCertificates", "privateKey", "serverCertificate")
		.build();

	private static final Shape TLS = Shape.object()
		.with(Shape.STRING, "caCertCredentialName", "caCertificates", "caCrl", "credentialName", "privateKey",
				"serverCertificate")
		.with(STRINGS, "cipherSuites", "subjectAltNames", "verifyCertificateHash", "verifyCertificateSpki")
		.with(STRINGS.withSize(1, 2), "credentialNames")
		.with(Shape.list(CERTIFICATE).withSize(1, 2), "tlsCertificates")
		.with(Shape.BOOLEAN, "httpsRedirect")
		.with(Shape.BOOLEAN.orNull(), "insecureSkipVerify")
		.with(VERSION, "minProtocolVersion", "maxProtocolVersion")
		.with(Shape.oneOf("PASSTHROUGH", "SIMPLE", "MUTUAL", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL", "OPTIONAL_MUTUAL"),
				"mode")
		.atMostOne("tlsCertificates", "credentialNames")
		.atMostOne("credentialName", "credentialNames")
		.build();

	private static final Shape SERVER = Shape.object()
		.with(Shape.STRING, "bind", "defaultEndpoint", "name")
		.with(STRINGS, "hosts")
		.with(PORT, "port")
		.with(TLS, "tls")
		.require("port", "hosts")
		.build();

	static final Shape OBJECT = Shape.object()
		.with(Shape.STRING, "apiVersion", "kind")
		.with(Shape.ANYTHING, "metadata", "status")
		.with(Shape.object().with(Shape.map(Shape.STRING), "selector").with(Shape.list(SERVER), "servers").build(),
				"spec")
		.build();

	private GatewaySchema() {
	}

}
