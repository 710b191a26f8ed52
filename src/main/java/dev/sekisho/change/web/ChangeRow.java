package dev.sekisho.change.web;

import java.time.Instant;

/**
 * A change in the list.
 *
 * @param namespace its namespace
 * @param name its name
 * @param title what it does, in a few words
 * @param action what it does with the VirtualService, in a word
 * @param phase where it stands
 * @param detail the derived fact or the reason below the phase; empty for none
 * @param impact what becomes of requests
 * @param author who sent it
 * @param reviewer who decided; empty if nobody did
 * @param last when it moved last
 */
record ChangeRow(String namespace, String name, String title, String action, String phase, String detail, Note impact,
		String author, String reviewer, Instant last) {

	/**
	 * A short remark.
	 *
	 * @param tone {@code bad}, {@code warn}, {@code ok} or empty
	 * @param icon the icon's name
	 * @param text the remark
	 */
	record Note(String tone, String icon, String text) {

	}

}
