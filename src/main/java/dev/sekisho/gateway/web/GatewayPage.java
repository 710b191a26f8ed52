package dev.sekisho.gateway.web;

import java.util.List;
import java.util.Map;

import dev.sekisho.gateway.GatewayForm;
import dev.sekisho.gateway.GatewayForm.ClaimRow;
import dev.sekisho.gateway.GatewayForm.Door;

/**
 * The page on which a shared gateway is edited or made.
 *
 * @param name the SharedGateway that is edited; empty for a new one
 * @param input what was typed
 * @param errors what is wrong, by control
 */
record GatewayPage(String name, GatewayInput input, Map<String, String> errors) {

	/** An empty row of front doors, for the page's script. */
	public static final Door NEW_DOOR = Door.NEW;

	/** An empty claim, for the page's script. */
	public static final ClaimRow NEW_CLAIM = ClaimRow.NEW;

	/**
	 * Whether it is to be a new one.
	 * @return {@code true} if so
	 */
	public boolean fresh() {
		return this.name.isEmpty();
	}

	public GatewayForm form() {
		return this.input.form();
	}

	/**
	 * The actions to tick.
	 * @return the names
	 */
	public List<String> actions() {
		return GatewayForm.ACTIONS;
	}

	/**
	 * The id of a field's control.
	 * @param path the field's path
	 * @return the id
	 */
	public String id(String path) {
		return FieldIds.of(path);
	}

	/**
	 * What is wrong with a field.
	 * @param path the field's path
	 * @return a sentence; empty if nothing is
	 */
	public String error(String path) {
		return this.errors.getOrDefault(id(path), "");
	}

	/**
	 * The path of a row that the page's script adds to a list.
	 * @param list the list's path
	 * @return the path, with a placeholder for the row's number
	 */
	public String newRow(String list) {
		return list + "[__index__]";
	}

}
