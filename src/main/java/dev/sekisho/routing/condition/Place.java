package dev.sekisho.routing.condition;

import dev.sekisho.routing.Rank;
import dev.sekisho.routing.manifest.Metadata;

/**
 * Where a VirtualService stands among the others of its gateway: buckets first, then what
 * istiod prefers inside of one, then Istio's order of objects.
 *
 * @param bucket the visibility bucket
 * @param preferred whether it goes first in its bucket
 * @param metadata its metadata
 */
public record Place(Rank.Bucket bucket, boolean preferred, Metadata metadata) implements Comparable<Place> {

	@Override
	public int compareTo(Place other) {
		if (this.bucket != other.bucket) {
			return this.bucket.compareTo(other.bucket);
		}
		if (this.preferred != other.preferred) {
			return this.preferred ? -1 : 1;
		}
		return (this.metadata == other.metadata) ? 0 : Metadata.ORDER.compare(this.metadata, other.metadata);
	}

}
