package dev.sekisho.access.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.access.PresentCaller;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.web.Failure;
import dev.sekisho.web.FailureSource;
import dev.sekisho.web.VisibleText;

/**
 * Explains what the API server refused or couldn't do.
 */
@Component
class ClusterFailures implements FailureSource {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Failure SIGNED_OUT = Failure.of(401, "web.error.signed-out");

	private static final Map<Reason, Failure> KNOWN = Map.ofEntries(
			Map.entry(Reason.UNAUTHENTICATED, failure(503, "portal-refused")),
			Map.entry(Reason.FORBIDDEN, failure(403, "forbidden")),
			Map.entry(Reason.NOT_FOUND, Failure.of(404, "web.error.not-found")),
			Map.entry(Reason.ALREADY_EXISTS, failure(409, "already-exists")),
			Map.entry(Reason.CONFLICT, Failure.of(409, "web.error.conflict")),
			Map.entry(Reason.GONE, failure(503, "unreachable")), Map.entry(Reason.INVALID, failure(422, "invalid")),
			Map.entry(Reason.DENIED, failure(422, "denied")), Map.entry(Reason.TOO_LARGE, failure(413, "too-large")),
			Map.entry(Reason.TOO_MANY_REQUESTS, failure(503, "busy")),
			Map.entry(Reason.WEBHOOK_UNAVAILABLE, failure(503, "webhook-unavailable")),
			Map.entry(Reason.UNAVAILABLE, failure(503, "unreachable")),
			Map.entry(Reason.READ_ONLY, failure(403, "read-only")));

	private final Callers callers;

	ClusterFailures(Callers callers) {
		this.callers = callers;
	}

	@Override
	public Optional<Failure> explain(Exception exception, HttpServletRequest request) {
		if (exception instanceof CallerRefused) {
			return Optional.of(SIGNED_OUT);
		}
		return (exception instanceof ClusterException cluster) ? Optional.of(explain(cluster, request))
				: Optional.empty();
	}

	Failure explain(ClusterException exception, HttpServletRequest request) {
		Reason reason = exception.reason();
		if (reason == Reason.UNAUTHENTICATED && signedOut()) {
			return SIGNED_OUT;
		}
		// What may not be read looks as if it weren't there.
		if (reason == Reason.FORBIDDEN && Origins.reads(request)) {
			return Failure.of(404, "web.error.not-found");
		}
		Failure failure = KNOWN.getOrDefault(reason, failure(503, "unreachable"));
		if (failure.status() == 503) {
			Duration wait = exception.retryAfter();
			return failure.passing((wait != null) ? wait : SOON);
		}
		return failure.with(fields(exception)).saying(words(exception));
	}

	/*
	 * Whether it is the caller's token that isn't taken any more, not the portal's.
	 */
	private boolean signedOut() {
		try {
			PresentCaller.find().flatMap(Caller::token).ifPresent(this.callers::byTokenNow);
			return false;
		}
		catch (CallerRefused ex) {
			return true;
		}
		catch (ClusterException ex) {
			return false;
		}
	}

	private static List<Failure.FieldProblem> fields(ClusterException exception) {
		return exception.causes()
			.stream()
			.map((cause) -> new Failure.FieldProblem(VisibleText.of(cause.field()), "refused",
					VisibleText.of(cause.message()), ""))
			.toList();
	}

	/*
	 * The API server's own words: about a refused object always, about missing rights
	 * only if they are the caller's, since the portal reads more than its callers.
	 */
	private static String words(ClusterException exception) {
		String message = VisibleText.of(String.valueOf(exception.getMessage()));
		return switch (exception.reason()) {
			case INVALID, DENIED, TOO_LARGE -> message;
			case FORBIDDEN -> PresentCaller.find()
				.filter((caller) -> message.contains("\"" + caller.username() + "\""))
				.map((caller) -> message)
				.orElse("");
			default -> "";
		};
	}

	private static Failure failure(int status, String code) {
		return Failure.of(status, "access.error." + code);
	}

}
