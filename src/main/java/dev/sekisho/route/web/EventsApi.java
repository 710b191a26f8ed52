package dev.sekisho.route.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.sekisho.access.Caller;

/**
 * Server-sent events: hints that something may have changed.
 */
@RestController
@Tag(name = "Events")
class EventsApi {

	private static final String EXAMPLE = """
			id:5f0c1c9a-41
			event:change
			data:{"namespace":"orders","name":"orders-v2-7f3ka92c"}

			""";

	private final EventStreams streams;

	EventsApi(EventStreams streams) {
		this.streams = streams;
	}

	@Operation(summary = "Hints that something may have changed, as server-sent events",
			description = "Events route-table, change and chain hold {namespace, name} and no content: ask again for "
					+ "what you show. reset: hints were lost, ask for everything again. heartbeat comes every 15 "
					+ "seconds. Send the last id in Last-Event-ID to go on after it. Only hints on namespaces that the "
					+ "caller sees are sent; rights are looked at again at least every minute. The stream ends with the "
					+ "sign-in or token it was opened with; after a reset also when the caller sees less than before.")
	@ApiResponse(responseCode = "200", description = "A stream that goes on until one side ends it.",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = String.class), examples = @ExampleObject(EXAMPLE)))
	@ApiResponse(responseCode = "429", description = "The caller has ten streams open, or there are too many in all.")
	@GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<SseEmitter> events(Caller caller,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
		SseEmitter emitter = this.streams.open(caller, lastEventId);
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header("X-Accel-Buffering", "no")
			.body(emitter);
	}

}
