package dev.sekisho.check;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway;

/**
 * What somebody wants to do to a VirtualService.
 *
 * @param action what is to be done
 * @param virtualService the VirtualService
 * @param proposed how it is to be; {@code null} to delete it
 * @param live how it is now; {@code null} if it doesn't exist
 * @param gateway the shared gateway it is proposed for
 */
public record Proposal(Action action, ObjectKey virtualService, @Nullable GenericKubernetesResource proposed,
		@Nullable GenericKubernetesResource live, SharedGateway gateway) {

	/**
	 * What is to be done.
	 */
	public enum Action {

		/** It doesn't exist yet. */
		CREATE,
		/** It exists and is changed. */
		REPLACE,
		/** It exists and is removed. */
		DELETE

	}

}
