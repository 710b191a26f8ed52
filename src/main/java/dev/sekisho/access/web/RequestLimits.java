package dev.sekisho.access.web;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

import dev.sekisho.access.Caller;
import dev.sekisho.access.PresentCaller;

/**
 * Refuses floods: each caller, and before the sign-in each address, has so many requests
 * that compute or write.
 */
class RequestLimits implements HandlerInterceptor {

	private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(),
			HttpMethod.OPTIONS.name());

	private static final int MOST_CALLERS = 50_000;

	private final LimitSettings settings;

	private final Cache<String, Bucket> buckets;

	RequestLimits(LimitSettings settings) {
		this.settings = settings;
		// A bucket that nobody asked for so long is full again.
		this.buckets = Caffeine.newBuilder()
			.maximumSize(MOST_CALLERS)
			.expireAfterAccess(Duration.ofSeconds(1 + settings.burst() / settings.perSecond()))
			.build();
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (READING.contains(request.getMethod())) {
			return true;
		}
		ConsumptionProbe probe = this.buckets.get(key(request), (key) -> bucket()).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
		return true;
	}

	private static String key(HttpServletRequest request) {
		return PresentCaller.find()
			.map(Caller::username)
			.map((name) -> "user " + name)
			.orElseGet(() -> "address " + request.getRemoteAddr());
	}

	private Bucket bucket() {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(this.settings.burst())
				.refillGreedy(this.settings.perSecond(), Duration.ofSeconds(1)))
			.build();
	}

	private static ErrorResponseException tooMany(Duration wait) {
		ErrorResponseException refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
		refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
		return refusal;
	}

}
