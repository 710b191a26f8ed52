package dev.sekisho.change.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Baseline;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Yaml;

/**
 * What goes with the form from page to page, so that nothing of a draft is kept on the
 * server.
 *
 * @param mode {@code form}, {@code yaml} or {@code delete}
 * @param manifest in {@code yaml} what was typed; in {@code form} what the form was
 * filled from, of which the rest is kept; may be empty
 * @param gateway the shared gateway; empty to find it
 * @param edits the VirtualService that is edited or deleted as {@code namespace/name};
 * empty for a new one
 * @param baseline what it was when the draft was begun
 * @param opened the same as YAML, to say what changed since; empty for a new one
 * @param reason why
 * @param supersedes the change this follows; empty for none
 * @param key names this attempt to send, so that sending twice makes one change
 */
record DraftInput(String mode, String manifest, String gateway, String edits, Baseline baseline, String opened,
		String reason, String supersedes, String key) {

	static final String FORM = "form";

	static final String YAML = "yaml";

	static final String DELETE = "delete";

	static final DraftInput NEW = new DraftInput(FORM, "", "", "", Baseline.ABSENT, "", "", "", "");

	static DraftInput of(Map<String, String[]> values) {
		FormParameters parameters = new FormParameters(values);
		String mode = parameters.text("mode");
		String uid = parameters.text("baseline.uid");
		Baseline baseline = uid.isEmpty() ? Baseline.ABSENT
				: new Baseline(false, uid, parameters.text("baseline.hash"), "");
		return new DraftInput((mode.equals(YAML) || mode.equals(DELETE)) ? mode : FORM,
				normalized(parameters.text("manifest")), parameters.text("gateway"), parameters.text("edits"), baseline,
				normalized(parameters.text("opened")), normalized(parameters.text("reason")),
				parameters.text("supersedes"), parameters.text("key"));
	}

	// Browsers send every line break as CR LF.
	private static String normalized(String text) {
		return text.replace("\r\n", "\n");
	}

	/**
	 * Whether YAML is written rather than the form filled in.
	 * @return {@code true} for YAML
	 */
	public boolean yaml() {
		return this.mode.equals(YAML);
	}

	/**
	 * Whether nothing shall be left.
	 * @return {@code true} for a delete
	 */
	public boolean deletes() {
		return this.mode.equals(DELETE);
	}

	DraftInput inMode(String other, String text) {
		return new DraftInput(other, text, this.gateway, this.edits, this.baseline, this.opened, this.reason,
				this.supersedes, this.key);
	}

	DraftInput withKey(String other) {
		return new DraftInput(this.mode, this.manifest, this.gateway, this.edits, this.baseline, this.opened,
				this.reason, this.supersedes, other);
	}

	DraftInput on(Baseline other, String text) {
		return new DraftInput(this.mode, this.manifest, this.gateway, this.edits, other, text, this.reason,
				this.supersedes, this.key);
	}

	DraftInput following(String change, String why) {
		return new DraftInput(this.mode, this.manifest, this.gateway, this.edits, this.baseline, this.opened, why,
				change, this.key);
	}

	/**
	 * What the form was filled from.
	 * @return the manifest; {@code null} for none
	 */
	@Nullable Manifest base() {
		return read(this.manifest);
	}

	/**
	 * The text of a manifest.
	 * @param manifest the manifest
	 * @return its YAML
	 */
	static String text(Manifest manifest) {
		return Yaml.content(manifest.object());
	}

	/**
	 * The VirtualService that was opened.
	 * @return its manifest; {@code null} for none
	 */
	@Nullable Manifest openedManifest() {
		return read(this.opened);
	}

	// These two come from our own pages: one that can't be read was tampered with.
	private static @Nullable Manifest read(String text) {
		try {
			return text.isBlank() ? null : Manifest.read(text, "");
		}
		catch (InputRefused ex) {
			return null;
		}
	}

}
