package dev.sekisho.routing.validation;

import java.util.Set;

/**
 * CORS policies and faults ({@code validateCORSPolicy},
 * {@code validateHTTPFaultInjection}).
 */
final class FilterChecks {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT",
			"OPTIONS", "TRACE", "*");

	private static final Set<String> GRPC_STATUSES = Set.of("OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT",
			"DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED",
			"FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS",
			"UNAUTHENTICATED");

	private static final double LEAST_PERCENTAGE = 0.0001;

	private static final int PERCENT = 100;

	private final Defects defects;

	private final SharedChecks shared;

	FilterChecks(Defects defects) {
		this.defects = defects;
		this.shared = new SharedChecks(defects);
	}

	void cors(Node policy) {
		policy.at("allowOrigins").items().forEach(this::origin);
		for (Node method : policy.at("allowMethods").items()) {
			if (!METHODS.contains(method.text())) {
				this.defects.add(Law.CORS_METHOD, method, method.text());
			}
		}
		policy.at("allowHeaders").items().forEach(this::header);
		policy.at("exposeHeaders").items().forEach(this::header);
		Node maxAge = policy.at("maxAge");
		this.shared.duration(maxAge);
		Long duration = GoDuration.parse(maxAge.text());
		if (duration != null && duration % GoDuration.SECOND > 0) {
			this.defects.add(Law.CORS_MAX_AGE, maxAge, maxAge.text());
		}
	}

	private void origin(Node origin) {
		String kind = MatchCheck.kind(origin);
		if (kind.isEmpty() || origin.text(kind).isEmpty()) {
			this.defects.add(Law.CORS_ORIGIN, origin);
		}
		else if (kind.equals("regex")) {
			this.shared.regex(origin.at("regex"));
		}
	}

	private void header(Node header) {
		if (!header.text().equals("*") && !MatchCheck.isToken(header.text())) {
			this.defects.add(Law.CORS_HEADER, header, header.text());
		}
	}

	void fault(Node fault) {
		if (!fault.exists()) {
			return;
		}
		Node abort = fault.at("abort");
		Node delay = fault.at("delay");
		if (!abort.exists() && !delay.exists()) {
			this.defects.add(Law.EMPTY_FAULT, fault);
		}
		percentage(abort.at("percentage"));
		percentage(delay.at("percentage"));
		abort(abort);
		this.shared.duration(delay.at("fixedDelay"));
		if (delay.has("exponentialDelay")) {
			this.shared.duration(delay.at("exponentialDelay"));
			this.defects.add(Law.UNSUPPORTED_FAULT, delay.at("exponentialDelay"), "exponentialDelay");
		}
	}

	private void abort(Node abort) {
		Node grpcStatus = abort.at("grpcStatus");
		if (grpcStatus.exists() && !GRPC_STATUSES.contains(grpcStatus.text())) {
			this.defects.add(Law.GRPC_STATUS, grpcStatus, grpcStatus.text());
		}
		if (abort.has("http2Error")) {
			this.defects.add(Law.UNSUPPORTED_FAULT, abort.at("http2Error"), "http2Error");
		}
		if (abort.has("httpStatus")) {
			status(abort.at("httpStatus"));
		}
	}

	/**
	 * A status that the gateway answers with. Istiod lets 600 pass.
	 * @param status the status
	 */
	void status(Node status) {
		if (status.integer() < 200 || status.integer() > 600) {
			this.defects.add(Law.HTTP_STATUS, status, status.integer());
		}
	}

	private void percentage(Node percentage) {
		double value = percentage.at("value").decimal();
		if (value < 0 || value > PERCENT || (value > 0 && value < LEAST_PERCENTAGE)) {
			this.defects.add(Law.PERCENTAGE, percentage.at("value"), value);
		}
	}

}
