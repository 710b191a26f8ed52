package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A node of a manifest and where it is.
 *
 * @param path its JSON pointer
 * @param node the node; missing if there is nothing there
 */
public record Located(String path, JsonNode node) {

	/**
	 * A field of this node.
	 * @param field its name
	 * @return the field; missing if there is none
	 */
	public Located at(String field) {
		return new Located(this.path + "/" + field.replace("~", "~0").replace("/", "~1"), this.node.path(field));
	}

	/**
	 * The items, if this is a list.
	 * @return the items; none if it isn't one
	 */
	public List<Located> items() {
		List<Located> items = new ArrayList<>();
		if (this.node.isArray()) {
			for (int i = 0; i < this.node.size(); i++) {
				items.add(new Located(this.path + "/" + i, this.node.get(i)));
			}
		}
		return items;
	}

	/**
	 * The fields, if this is an object.
	 * @return the fields; none if it isn't one
	 */
	public List<Located> fields() {
		List<Located> fields = new ArrayList<>();
		this.node.fieldNames().forEachRemaining((name) -> fields.add(at(name)));
		return fields;
	}

	/**
	 * The last part of the path: the field's name.
	 * @return the name
	 */
	public String name() {
		return this.path.substring(this.path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
	}

	/**
	 * Whether there is something other than null.
	 * @return {@code true} if there is
	 */
	public boolean exists() {
		return !this.node.isMissingNode() && !this.node.isNull();
	}

	/**
	 * Whether there is a text.
	 * @return {@code true} if there is
	 */
	public boolean isText() {
		return this.node.isTextual();
	}

	/**
	 * The text.
	 * @return the text; empty if it isn't one
	 */
	public String text() {
		return this.node.isTextual() ? this.node.textValue() : "";
	}

}
