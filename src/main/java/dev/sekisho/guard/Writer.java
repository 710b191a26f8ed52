package dev.sekisho.guard;

import java.time.Instant;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;

/**
 * Who wrote an object last, as the API server has it in {@code metadata.managedFields}.
 * The manager is what the writing program calls itself.
 *
 * @param manager the field manager
 * @param time when
 */
public record Writer(String manager, Instant time) {

	static Writer of(ManagedFieldsEntry entry) {
		return new Writer((entry.getManager() != null) ? entry.getManager() : "", Instant.parse(entry.getTime()));
	}

}
