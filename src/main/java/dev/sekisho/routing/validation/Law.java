package dev.sekisho.routing.validation;

import java.util.List;

/**
 * What a VirtualService can be refused or warned for, and by whom. The codes are stable.
 */
public enum Law {

	/** A field that the schema doesn't know. */
	UNKNOWN_FIELD("SKS1001", Effect.SCHEMA),
	/** A value of another type. */
	TYPE("SKS1002", Effect.SCHEMA),
	/** A field that must be there. */
	REQUIRED("SKS1003", Effect.SCHEMA),
	/** A value that isn't among those allowed. */
	ENUM("SKS1004", Effect.SCHEMA),
	/** A number beyond what its field can hold. */
	NUMBER_RANGE("SKS1005", Effect.SCHEMA),
	/** Fields of which only one may be there. */
	ONE_OF("SKS1006", Effect.SCHEMA),
	/** A duration that can't be read or is shorter than a millisecond. */
	DURATION("SKS1007", Effect.SCHEMA),
	/** Bytes that aren't written in base64. */
	BASE64("SKS1008", Effect.SCHEMA),
	/** A duration that isn't a whole number of milliseconds. */
	DURATION_PRECISION("SKS1009", Effect.WEBHOOK),
	/** An annotation that istiod refuses. */
	ANNOTATION("SKS1010", Effect.WEBHOOK),
	/** A VirtualService without hosts that has gateways, tls or tcp. */
	DELEGATE_FIELDS("SKS1011", Effect.WEBHOOK),
	/** A gateway's name that can't be one. */
	GATEWAY_NAME("SKS1012", Effect.WEBHOOK),
	/** A condition on a JWT claim without a gateway. */
	CLAIM_WITHOUT_GATEWAY("SKS1013", Effect.WEBHOOK),
	/** A host that isn't a domain name. */
	HOST("SKS1014", Effect.WEBHOOK),
	/** The host {@code *} for the whole mesh. */
	MESH_WILDCARD("SKS1015", Effect.WEBHOOK),
	/** Two hosts of which one covers the other. */
	OVERLAPPING_HOSTS("SKS1016", Effect.WEBHOOK),
	/** Neither http nor tcp nor tls. */
	NO_ROUTES("SKS1017", Effect.WEBHOOK),
	/** An entry of exportTo that isn't a namespace. */
	EXPORT_TO("SKS1018", Effect.WEBHOOK),
	/** Entries of exportTo that say the same or exclude each other. */
	EXPORT_TO_CONFLICT("SKS1019", Effect.WEBHOOK),
	/** An entry that delegates and has an action of its own, or delegates once more. */
	DELEGATE_ACTION("SKS1020", Effect.WEBHOOK),
	/** Actions that exclude each other. */
	ACTION_CONFLICT("SKS1021", Effect.WEBHOOK),
	/** An entry without an action. */
	NO_ACTION("SKS1022", Effect.WEBHOOK),
	/** The name of a header in a condition. */
	HEADER_NAME("SKS1023", Effect.WEBHOOK),
	/** An empty prefix or regex in a condition. */
	EMPTY_MATCH("SKS1024", Effect.WEBHOOK),
	/** A regex of more than 1024 bytes. */
	REGEX_LENGTH("SKS1025", Effect.WEBHOOK),
	/** A regex that can't be compiled. */
	REGEX("SKS1026", Effect.WEBHOOK),
	/** A port beyond 1 to 65535. */
	PORT("SKS1027", Effect.WEBHOOK),
	/** A label that can't be one. */
	LABEL("SKS1028", Effect.WEBHOOK),
	/** A namespace that can't be one. */
	SOURCE_NAMESPACE("SKS1029", Effect.WEBHOOK),
	/** The name of a header that may not be changed. */
	HEADER_OPERATION("SKS1030", Effect.WEBHOOK),
	/** The value of a header. */
	HEADER_VALUE("SKS1031", Effect.WEBHOOK),
	/** The authority set more than once. */
	AUTHORITY_TWICE("SKS1032", Effect.WEBHOOK),
	/** An origin of a CORS policy without value. */
	CORS_ORIGIN("SKS1033", Effect.WEBHOOK),
	/** A method of a CORS policy. */
	CORS_METHOD("SKS1034", Effect.WEBHOOK),
	/** A header of a CORS policy. */
	CORS_HEADER("SKS1035", Effect.WEBHOOK),
	/** A CORS policy's maxAge with fractions of a second. */
	CORS_MAX_AGE("SKS1036", Effect.WEBHOOK),
	/** A fault without abort and delay. */
	EMPTY_FAULT("SKS1037", Effect.WEBHOOK),
	/** A fault that istiod doesn't support. */
	UNSUPPORTED_FAULT("SKS1038", Effect.WEBHOOK),
	/** A percentage. */
	PERCENTAGE("SKS1039", Effect.WEBHOOK),
	/** An HTTP status. */
	HTTP_STATUS("SKS1040", Effect.WEBHOOK),
	/** A gRPC status. */
	GRPC_STATUS("SKS1041", Effect.WEBHOOK),
	/** A destination's host. */
	DESTINATION_HOST("SKS1042", Effect.WEBHOOK),
	/** A destination's subset. */
	SUBSET("SKS1043", Effect.WEBHOOK),
	/** A redirect with two new paths. */
	REDIRECT_CONFLICT("SKS1044", Effect.WEBHOOK),
	/** A redirect that rewrites the prefix of something else than a prefix. */
	REDIRECT_PREFIX("SKS1045", Effect.WEBHOOK),
	/** A redirect that leads nowhere else. */
	EMPTY_REDIRECT("SKS1046", Effect.WEBHOOK),
	/** A redirect's status. */
	REDIRECT_CODE("SKS1047", Effect.WEBHOOK),
	/** A redirect's scheme. */
	REDIRECT_SCHEME("SKS1048", Effect.WEBHOOK),
	/** A direct response of more than 1 MiB. */
	LARGE_BODY("SKS1049", Effect.WEBHOOK),
	/** A negative number of retries. */
	NEGATIVE_RETRIES("SKS1050", Effect.WEBHOOK),
	/** Settings of retries that are switched off. */
	RETRIES_OFF("SKS1051", Effect.WEBHOOK),
	/** A condition on which to retry. */
	RETRY_ON("SKS1052", Effect.WEBHOOK),
	/** A rewrite of the path in two ways. */
	REWRITE_CONFLICT("SKS1053", Effect.WEBHOOK),
	/** A rewrite that changes nothing. */
	EMPTY_REWRITE("SKS1054", Effect.WEBHOOK),
	/** A regex rewrite that lacks a part. */
	REGEX_REWRITE("SKS1055", Effect.WEBHOOK),
	/** A negative weight. */
	NEGATIVE_WEIGHT("SKS1056", Effect.WEBHOOK),
	/** Several destinations with weights that sum up to 0. */
	ZERO_WEIGHT("SKS1057", Effect.WEBHOOK),
	/** A tls entry or match that lacks what it matches. */
	TLS_MATCH("SKS1058", Effect.WEBHOOK),
	/** A server name that isn't a domain name. */
	SNI_HOST("SKS1059", Effect.WEBHOOK),
	/** A server name that no host covers. */
	SNI_HOST_UNCOVERED("SKS1060", Effect.WEBHOOK),
	/** A tls or tcp entry without destination. */
	NO_DESTINATION("SKS1061", Effect.WEBHOOK),
	/** A subnet that isn't one. */
	SUBNET("SKS1062", Effect.WEBHOOK),

	/** A gateway written as {@code name.namespace}. */
	LEGACY_GATEWAY_NAME("SKS1101", Effect.WARNING),
	/** The deprecated field mirrorPercent. */
	MIRROR_PERCENT("SKS1102", Effect.WARNING),
	/** A direct response of more than 100 KiB. */
	BIG_BODY("SKS1103", Effect.WARNING),
	/** A server name that is an IP address. */
	SNI_ADDRESS("SKS1104", Effect.WARNING),
	/** A second entry without conditions. */
	SECOND_CATCH_ALL("SKS1105", Effect.WARNING, "IST0130"),
	/** A match after an entry without conditions. */
	AFTER_CATCH_ALL("SKS1106", Effect.WARNING, "IST0130"),
	/** An entry all of whose matches stand before already. */
	REPEATED_RULE("SKS1107", Effect.WARNING, "IST0130"),
	/** A match that stands before already. */
	REPEATED_MATCH("SKS1108", Effect.WARNING, "IST0131"),
	/** A prefix that a prefix before covers. */
	COVERED_PREFIX("SKS1109", Effect.WARNING, "IST0131"),

	/** A list of a Gateway that is too short or too long. */
	LIST_SIZE("SKS1201", Effect.SCHEMA),
	/** A Gateway's own name. */
	GATEWAY_OBJECT_NAME("SKS1202", Effect.WEBHOOK),
	/** A Gateway without server. */
	NO_SERVER("SKS1203", Effect.WEBHOOK),
	/** A server's port without name, or with that of another one. */
	PORT_NAME("SKS1204", Effect.WEBHOOK),
	/** A server's host. */
	SERVER_HOST("SKS1205", Effect.WEBHOOK),
	/** A server's protocol. */
	PROTOCOL("SKS1206", Effect.WEBHOOK),
	/** A server's targetPort. */
	TARGET_PORT("SKS1207", Effect.WEBHOOK),
	/** A server's address. */
	BIND("SKS1208", Effect.WEBHOOK),
	/** A server for HTTPS without TLS settings. */
	TLS_MISSING("SKS1209", Effect.WEBHOOK),
	/** A server with TLS settings that isn't for HTTPS. */
	TLS_NOT_EXPECTED("SKS1210", Effect.WEBHOOK),
	/** A certificate that is missing, or one too many. */
	CERTIFICATES("SKS1211", Effect.WEBHOOK),
	/** A redirect to HTTPS on a server for HTTPS. */
	REDIRECT_ON_TLS("SKS1212", Effect.WARNING),
	/** Cipher suites that are missing, unknown or repeated. */
	CIPHERS("SKS1213", Effect.WARNING),
	/** Certificates that aren't used. */
	CERTIFICATES_IGNORED("SKS1214", Effect.WARNING),

	/** A redirect's status that istiod can't translate. */
	POISON_REDIRECT_CODE("SKS2001", Effect.POISON),
	/** A status of 600. */
	POISON_STATUS("SKS2002", Effect.POISON),
	/** A query parameter without name or with a long one. */
	POISON_QUERY_NAME("SKS2003", Effect.POISON),
	/** Weights that sum up to more than 32 bits hold. */
	POISON_WEIGHTS("SKS2004", Effect.POISON),
	/** A line break or NUL in a rewrite or redirect. */
	POISON_CONTROL_CHARACTER("SKS2005", Effect.POISON),
	/** A line break or NUL in a header's name. */
	POISON_HEADER_NAME("SKS2006", Effect.POISON),
	/** A header of more than 16384 bytes. */
	POISON_HEADER_LENGTH("SKS2007", Effect.POISON),
	/** A header's value with a command that Envoy doesn't know. */
	POISON_HEADER_COMMAND("SKS2008", Effect.POISON),
	/** A regex that Go compiles and RE2 doesn't. */
	POISON_REGEX("SKS2009", Effect.POISON),
	/** A regex that compiles to a too large program. */
	POISON_REGEX_SIZE("SKS2010", Effect.POISON),
	/** A prefix that can't be matched by segments. */
	POISON_SEGMENT_PREFIX("SKS2011", Effect.POISON),
	/** A condition on a JWT claim that Envoy can't hold. */
	POISON_CLAIM("SKS2012", Effect.POISON),
	/** A header's value in a language that only Envoy reads. */
	UNCHECKED_HEADER_COMMAND("SKS2013", Effect.UNCHECKED);

	private final String code;

	private final Effect effect;

	private final String analyzerCode;

	Law(String code, Effect effect) {
		this(code, effect, effect.analyzerCode());
	}

	Law(String code, Effect effect, String analyzerCode) {
		this.code = code;
		this.effect = effect;
		this.analyzerCode = analyzerCode;
	}

	/**
	 * The stable code.
	 * @return {@code SKS} and four digits
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Who objects, and how.
	 * @return the effect
	 */
	public Effect effect() {
		return this.effect;
	}

	/**
	 * The codes under which {@code istioctl analyze} reports the same.
	 * @return the codes; empty if it doesn't
	 */
	public List<String> analyzerCodes() {
		return this.analyzerCode.isEmpty() ? List.of() : List.of(this.analyzerCode);
	}

}
