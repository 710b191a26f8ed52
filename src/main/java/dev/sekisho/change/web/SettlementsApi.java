package dev.sekisho.change.web;

import java.net.URI;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Settlements;
import dev.sekisho.change.Settlements.Way;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.ObjectKey;

/**
 * Ends drifts for scripts.
 */
@RestController
@Tag(name = "Changes")
class SettlementsApi {

	private final Settlements settlements;

	private final ChangeTexts texts;

	SettlementsApi(Settlements settlements, ChangeTexts texts) {
		this.settlements = settlements;
		this.texts = texts;
	}

	@Operation(summary = "Proposes the live state of a drifted VirtualService as the approved one",
			description = "Makes a change that follows this one and waits for a review. Takes no body. Asked again "
					+ "while the live object is the same, it answers with the same change.")
	@ApiResponse(responseCode = "201", description = "The change; Location is where it can be followed.")
	@ApiResponse(responseCode = "200", description = "The change that was made before.", content = @Content)
	@ApiResponse(responseCode = "403", description = "The caller sees the change but may not propose changes there.")
	@ApiResponse(responseCode = "404", description = "No such change, or the caller doesn't see it.")
	@ApiResponse(responseCode = "409",
			description = "There is no drift, or the VirtualService is gone; or the live object changes at this moment.")
	@ApiResponse(responseCode = "422", description = "A finding blocks it, such as that another tool keeps the object.")
	@PostMapping("/api/v1/changes/{namespace}/{name}/adopt")
	ResponseEntity<ChangeAnswer> adopt(Caller caller, @PathVariable("namespace") String namespace,
			@PathVariable("name") String name, Locale locale) {
		return settle(caller, new ObjectKey(namespace, name), Way.ADOPT, locale);
	}

	@Operation(summary = "Proposes to put back what was approved of a drifted VirtualService",
			description = "Makes a change that follows this one and waits for a review. Takes no body. Asked again "
					+ "while the live object is the same, it answers with the same change.")
	@ApiResponse(responseCode = "201", description = "The change; Location is where it can be followed.")
	@ApiResponse(responseCode = "200", description = "The change that was made before.", content = @Content)
	@ApiResponse(responseCode = "403", description = "The caller sees the change but may not propose changes there.")
	@ApiResponse(responseCode = "404", description = "No such change, or the caller doesn't see it.")
	@ApiResponse(responseCode = "409", description = "There is no drift, or the live object changes at this moment.")
	@ApiResponse(responseCode = "422", description = "A finding blocks it, such as that another tool keeps the object.")
	@PostMapping("/api/v1/changes/{namespace}/{name}/restore")
	ResponseEntity<ChangeAnswer> restore(Caller caller, @PathVariable("namespace") String namespace,
			@PathVariable("name") String name, Locale locale) {
		return settle(caller, new ObjectKey(namespace, name), Way.RESTORE, locale);
	}

	private ResponseEntity<ChangeAnswer> settle(Caller caller, ObjectKey key, Way way, Locale locale) {
		Submissions.Submitted submitted = this.settlements.settle(caller, key, way,
				this.texts.text("drift.reason." + way.text(), locale, key.name()));
		ObjectKey made = submitted.change().key();
		URI location = URI.create("/api/v1/changes/" + made.namespace() + "/" + made.name());
		ResponseEntity.BodyBuilder response = submitted.created() ? ResponseEntity.created(location)
				: ResponseEntity.ok().location(location);
		return response.body(ChangeAnswer.of(submitted.change()));
	}

}
