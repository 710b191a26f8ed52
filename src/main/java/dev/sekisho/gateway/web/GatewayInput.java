package dev.sekisho.gateway.web;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import dev.sekisho.change.InputRefused;
import dev.sekisho.gateway.GatewayDraft;
import dev.sekisho.gateway.GatewayForm;
import dev.sekisho.gateway.GatewayForm.ClaimRow;
import dev.sekisho.gateway.GatewayForm.Door;

/**
 * What a browser posts, so that nothing of a draft is kept on the server.
 *
 * @param inYaml whether YAML is written rather than the form filled in
 * @param yaml what was typed as YAML, or what the form was filled in from
 * @param opened the SharedGateway as it was when the draft was begun, as YAML; empty for
 * a new one
 * @param mark names the effect that was shown; may be empty
 * @param form the form as typed
 */
record GatewayInput(boolean inYaml, String yaml, String opened, String mark, GatewayForm form) {

	// One more than the schema permits, so that it can say so.
	private static final int MOST = 501;

	static GatewayInput of(Map<String, String[]> values) {
		Parameters parameters = new Parameters(values);
		return new GatewayInput(parameters.text("mode").equals("yaml"), parameters.text("yaml"),
				parameters.text("opened"), parameters.text("mark"), parameters.form());
	}

	static GatewayInput of(GatewayDraft draft, boolean fresh) {
		return new GatewayInput(false, draft.yaml(), fresh ? "" : draft.yaml(), "", GatewayForm.of(draft));
	}

	/**
	 * The draft.
	 * @return what was typed
	 * @throws InputRefused if it can't be read
	 */
	GatewayDraft draft() {
		GatewayDraft written = GatewayDraft.read(this.yaml);
		return this.inYaml ? written : this.form.on(written);
	}

	GatewayInput switched(boolean toYaml) {
		GatewayDraft draft = draft();
		return new GatewayInput(toYaml, draft.yaml(), this.opened, this.mark, GatewayForm.of(draft));
	}

	GatewayInput on(String now) {
		return new GatewayInput(this.inYaml, this.yaml, now, this.mark, this.form);
	}

	/**
	 * Reads parameters.
	 *
	 * @param values the parameters
	 */
	private record Parameters(Map<String, String[]> values) {

		// Browsers send every line break as CR LF.
		String text(String name) {
			String[] value = this.values.get(name);
			return (value != null && value.length > 0) ? value[0].replace("\r\n", "\n") : "";
		}

		GatewayForm form() {
			return new GatewayForm(text("name"), text("gateway.namespace"), text("gateway.name"),
					rows("frontDoors", this::door), !text("claims").equals("listed"), rows("claims", this::claim),
					text("approval"), text("delivery"), text("owner.label"), text("owner.contactAnnotation"),
					new TreeSet<>(List.of(this.values.getOrDefault("allow", new String[0]))));
		}

		private Door door(String path) {
			return new Door(text(path + ".kind"), text(path + ".namespace"), text(path + ".name"));
		}

		private ClaimRow claim(String path) {
			return new ClaimRow(text(path + ".by").equals("labels"), text(path + ".who"), text(path + ".hosts"),
					text(path + ".pathPrefixes"));
		}

		private <T> List<T> rows(String name, Function<String, T> row) {
			TreeSet<Integer> numbers = new TreeSet<>();
			this.values.keySet().stream().filter((key) -> key.startsWith(name + "[")).forEach((key) -> {
				String number = key.substring(name.length() + 1, Math.max(key.indexOf(']'), name.length() + 1));
				if (number.matches("\\d{1,4}")) {
					numbers.add(Integer.parseInt(number));
				}
			});
			return numbers.stream().limit(MOST).map((number) -> row.apply(name + "[" + number + "]")).toList();
		}

	}

}
