package dev.sekisho.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object. The nodes are shared: never change them.
 *
 * @param revision the revision it made
 * @param type the object's type
 * @param object the object afterwards; {@code null} if it was removed
 * @param previous the object before; {@code null} if it was created
 */
public record StoredEvent(long revision, ResourceType type, @Nullable ObjectNode object,
		@Nullable ObjectNode previous) {

	/**
	 * The key of the object.
	 * @return namespace and name
	 */
	String key() {
		ObjectNode any = (this.object != null) ? this.object : this.previous;
		return (any != null) ? ObjectStore.key(any) : "";
	}

}
