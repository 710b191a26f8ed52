package dev.sekisho.access.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sekisho.access.Readiness;

/**
 * Whether the portal lives and is ready, for the kubelet and load balancers. Names no
 * more than kinds of objects, since nobody needs to be signed in.
 */
@RestController
@Hidden
class HealthEndpoints {

	private final ApplicationAvailability availability;

	private final Readiness readiness;

	HealthEndpoints(ApplicationAvailability availability, Readiness readiness) {
		this.availability = availability;
		this.readiness = readiness;
	}

	@GetMapping(path = "/livez", produces = MediaType.TEXT_PLAIN_VALUE)
	ResponseEntity<String> lives() {
		return answer(200, "ok");
	}

	@GetMapping(path = "/readyz", produces = MediaType.TEXT_PLAIN_VALUE)
	ResponseEntity<String> ready() {
		if (this.availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
			return answer(503, "not ready: starting or stopping");
		}
		List<String> waiting = this.readiness.notListed();
		return waiting.isEmpty() ? answer(200, "ok") : answer(503, "not ready: not listed yet: " + waiting);
	}

	private static ResponseEntity<String> answer(int status, String text) {
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(text + "\n");
	}

}
