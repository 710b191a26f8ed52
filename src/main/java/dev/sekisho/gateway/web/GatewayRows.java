package dev.sekisho.gateway.web;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.gateway.GatewayForm;
import dev.sekisho.gateway.GatewayForm.ClaimRow;
import dev.sekisho.gateway.GatewayForm.Door;

/**
 * Adds rows to a form and takes them away, where there is no script to do it.
 */
final class GatewayRows {

	private GatewayRows() {
	}

	static GatewayForm added(GatewayForm form, String list) {
		List<Door> doors = new ArrayList<>(form.doors());
		List<ClaimRow> claims = new ArrayList<>(form.claims());
		if (list.equals("frontDoors")) {
			doors.add(Door.NEW);
		}
		else {
			claims.add(ClaimRow.NEW);
		}
		return with(form, doors, claims);
	}

	static GatewayForm removed(GatewayForm form, String row) {
		List<Door> doors = new ArrayList<>(form.doors());
		List<ClaimRow> claims = new ArrayList<>(form.claims());
		String digits = row.replaceAll("\\D", "");
		int at = (digits.isEmpty() || digits.length() > 4) ? Integer.MAX_VALUE : Integer.parseInt(digits);
		if (row.startsWith("frontDoors") && at < doors.size()) {
			doors.remove(at);
		}
		else if (row.startsWith("claims") && at < claims.size()) {
			claims.remove(at);
		}
		return with(form, doors, claims);
	}

	private static GatewayForm with(GatewayForm form, List<Door> doors, List<ClaimRow> claims) {
		return new GatewayForm(form.name(), form.gatewayNamespace(), form.gatewayName(), doors, form.open(), claims,
				form.approval(), form.delivery(), form.ownerLabel(), form.contactAnnotation(), form.allow());
	}

}
