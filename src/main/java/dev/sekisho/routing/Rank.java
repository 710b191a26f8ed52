package dev.sekisho.routing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What decides a route's place among the routes of other VirtualServices: the bucket
 * first, then the creation time, then name and namespace; catch-alls come last.
 *
 * @param bucket the visibility bucket
 * @param created when the VirtualService was created; {@code null} if it doesn't exist
 * yet
 * @param catchAll whether istiod moves the route to the end of its virtual host
 */
public record Rank(Bucket bucket, @Nullable Instant created, boolean catchAll) {

	/**
	 * The buckets in which istiod gathers VirtualServices, in order.
	 */
	public enum Bucket {

		/** In the gateway's own namespace and exported to it alone. */
		PRIVATE,
		/** In another namespace and exported to the gateway's namespace by name. */
		EXPORTED_TO,
		/** Exported to every namespace. */
		PUBLIC

	}

}
