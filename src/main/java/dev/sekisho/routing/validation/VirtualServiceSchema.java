package dev.sekisho.routing.validation;

/**
 * The schema of {@code virtualservices.networking.istio.io}, the same in all served
 * versions (manifests/charts/base/files/crd-all.gen.yaml).
 */
final class VirtualServiceSchema {

	private static final Shape STRINGS = Shape.list(Shape.STRING);

	private static final Shape TEXTS = Shape.map(Shape.STRING);

	private static final Shape STRING_MATCH = Shape.object()
		.with(Shape.STRING, "exact", "prefix", "regex")
		.atMostOne("exact", "prefix", "regex")
		.build();

	private static final Shape PERCENT = Shape.object().with(Shape.DOUBLE, "value").build();

	private static final Shape DESTINATION = Shape.object()
		.with(Shape.STRING, "host", "subset")
		.with(Shape.object().with(Shape.UINT32, "number").build(), "port")
		.require("host")
		.build();

	private static final Shape HEADER_OPERATIONS = Shape.object()
		.with(TEXTS, "add", "set")
		.with(STRINGS, "remove")
		.build();

	private static final Shape HEADERS = Shape.object().with(HEADER_OPERATIONS, "request", "response").build();

	private static final Shape HTTP_MATCH = Shape.object()
		.with(Shape.STRING, "name", "sourceNamespace", "statPrefix")
		.with(STRING_MATCH, "uri", "scheme", "method", "authority")
		.with(Shape.map(STRING_MATCH), "headers", "withoutHeaders", "queryParams")
		.with(Shape.BOOLEAN, "ignoreUriCase")
		.with(Shape.UINT32, "port")
		.with(STRINGS, "gateways")
		.with(TEXTS, "sourceLabels")
		.build();

	private static final Shape CORS_POLICY = Shape.object()
		.with(STRINGS, "allowOrigin", "allowMethods", "allowHeaders", "exposeHeaders")
		.with(Shape.list(STRING_MATCH), "allowOrigins")
		.with(Shape.DURATION, "maxAge")
		.with(Shape.BOOLEAN.orNull(), "allowCredentials")
		.with(Shape.oneOf("UNSPECIFIED", "FORWARD", "IGNORE"), "unmatchedPreflights")
		.build();

	private static final Shape DIRECT_RESPONSE = Shape.object()
		.with(Shape.UINT32, "status")
		.with(Shape.object()
			.with(Shape.STRING, "string")
			.with(Shape.BYTES, "bytes")
			.atMostOne("string", "bytes")
			.build(), "body")
		.require("status")
		.build();

	private static final Shape FAULT = Shape.object()
		.with(Shape.object()
			.with(Shape.STRING, "grpcStatus", "http2Error")
			.with(Shape.INT32, "httpStatus")
			.with(PERCENT, "percentage")
			.atMostOne("httpStatus", "grpcStatus", "http2Error")
			.build(), "abort")
		.with(Shape.object()
			.with(Shape.DURATION, "fixedDelay", "exponentialDelay")
			.with(Shape.INT32, "percent")
			.with(PERCENT, "percentage")
			.atMostOne("fixedDelay", "exponentialDelay")
			.build(), "delay")
		.build();

	private static final Shape MIRROR = Shape.object()
		.with(DESTINATION, "destination")
		.with(PERCENT, "percentage")
		.require("destination")
		.build();

	private static final Shape REDIRECT = Shape.object()
		.with(Shape.STRING, "authority", "prefixRewrite", "scheme", "uri")
		.with(Shape.oneOf("FROM_PROTOCOL_DEFAULT", "FROM_REQUEST_PORT"), "derivePort")
		.with(Shape.UINT32, "port", "redirectCode")
		.atMostOne("port", "derivePort")
		.build();

	private static final Shape RETRIES = Shape.object()
		.with(Shape.INT32, "attempts")
		.with(Shape.DURATION, "backoff", "perTryTimeout")
		.with(Shape.STRING, "retryOn")
		.with(Shape.BOOLEAN.orNull(), "retryIgnorePreviousHosts", "retryRemoteLocalities")
		.build();

	private static final Shape REWRITE = Shape.object()
		.with(Shape.STRING, "authority", "uri")
		.with(Shape.object().with(Shape.STRING, "match", "rewrite").build(), "uriRegexRewrite")
		.build();

	private static final Shape HTTP_DESTINATION = Shape.object()
		.with(DESTINATION, "destination")
		.with(HEADERS, "headers")
		.with(Shape.INT32, "weight")
		.require("destination")
		.build();

	private static final Shape HTTP = Shape.object()
		.with(Shape.STRING, "name")
		.with(Shape.list(HTTP_MATCH), "match")
		.with(Shape.list(HTTP_DESTINATION), "route")
		.with(REDIRECT, "redirect")
		.with(DIRECT_RESPONSE, "directResponse")
		.with(Shape.object().with(Shape.STRING, "name", "namespace").build(), "delegate")
		.with(REWRITE, "rewrite")
		.with(Shape.DURATION, "timeout")
		.with(RETRIES, "retries")
		.with(FAULT, "fault")
		.with(DESTINATION, "mirror")
		.with(Shape.list(MIRROR), "mirrors")
		.with(Shape.UINT32.orNull(), "mirrorPercent", "mirror_percent")
		.with(PERCENT, "mirrorPercentage")
		.with(CORS_POLICY, "corsPolicy")
		.with(HEADERS, "headers")
		.build();

	private static final Shape ROUTE = Shape.list(
			Shape.object().with(DESTINATION, "destination").with(Shape.INT32, "weight").require("destination").build());

	private static final Shape TLS = Shape.object()
		.with(Shape.list(Shape.object()
			.with(STRINGS, "sniHosts", "destinationSubnets", "gateways")
			.with(Shape.UINT32, "port")
			.with(TEXTS, "sourceLabels")
			.with(Shape.STRING, "sourceNamespace")
			.require("sniHosts")
			.build()), "match")
		.with(ROUTE, "route")
		.require("match")
		.build();

	private static final Shape TCP = Shape.object()
		.with(Shape.list(Shape.object()
			.with(STRINGS, "destinationSubnets", "gateways")
			.with(Shape.UINT32, "port")
			.with(TEXTS, "sourceLabels")
			.with(Shape.STRING, "sourceNamespace", "sourceSubnet")
			.build()), "match")
		.with(ROUTE, "route")
		.build();

	private static final Shape SPEC = Shape.object()
		.with(STRINGS, "exportTo", "gateways", "hosts")
		.with(Shape.list(HTTP), "http")
		.with(Shape.list(TCP), "tcp")
		.with(Shape.list(TLS), "tls")
		.build();

	// Of the metadata only what istiod's checks read.
	static final Shape OBJECT = Shape.object()
		.with(Shape.STRING, "apiVersion", "kind")
		.with(Shape.ANYTHING, "metadata", "status")
		.with(SPEC, "spec")
		.build();

	private VirtualServiceSchema() {
	}

}
