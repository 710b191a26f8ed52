package dev.sekisho.check.binding;

import java.util.List;

import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;

/**
 * A repair that removes a field.
 */
final class Removal {

	private Removal() {
	}

	static Fix of(String label, Located field) {
		return new Fix(label, List.of(new JsonPatchOperation("remove", field.path(), null)));
	}

}
