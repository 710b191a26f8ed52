package dev.sekisho.change;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.InputProblem.Position;
import dev.sekisho.cluster.ObjectKey;

/**
 * What a script sends to preview or submit: a manifest, a form or a delete, and what goes
 * with it.
 *
 * @param draft the draft
 * @param reason why; may be empty
 * @param name the change's name; may be empty
 * @param baseline what it was made from; {@code null} if it wasn't said
 * @param supersedes the change it follows up; may be empty
 */
public record ChangeRequest(Draft draft, String reason, String name, @Nullable Baseline baseline, String supersedes) {

	private static final List<String> DRAFTS = List.of("virtualService", "route", "delete");

	private static final Set<String> MEMBERS = Set.of("virtualService", "route", "delete", "sharedGateway", "reason",
			"name", "baseline", "supersedes");

	/**
	 * Reads a request.
	 * @param text the body in JSON or YAML; a bare VirtualService is one too
	 * @return the request
	 * @throws InputRefused if it can't be taken
	 */
	public static ChangeRequest read(String text) {
		Document document = Document.read(text);
		if (!document.problems().isEmpty()) {
			throw new InputRefused(document.problems());
		}
		if (!(document.root() instanceof Map<?, ?>)) {
			throw new InputRefused(InputProblem.at("", (document.root() != null) ? "not-an-object" : "empty"));
		}
		Map<String, Object> body = Trees.map(document.root());
		if (body.containsKey("kind")) {
			return new ChangeRequest(Draft.of(Manifest.of(body, document.positions(), ""), ""), "", "", null, "");
		}
		return of(body, document.positions(), document.positionsBelow("virtualService"));
	}

	private static ChangeRequest of(Map<String, Object> body, Map<String, Position> positions,
			Map<String, Position> below) {
		FieldReader fields = new FieldReader(body, "");
		fields.only(MEMBERS);
		List<String> sent = DRAFTS.stream().filter(body::containsKey).toList();
		if (sent.size() != 1) {
			fields.refuse("", "one-of", String.join(", ", DRAFTS));
		}
		String gateway = fields.text("sharedGateway");
		String reason = fields.text("reason");
		String name = fields.text("name");
		String supersedes = fields.text("supersedes");
		Baseline baseline = baseline(fields);
		fields.throwProblems(positions);
		Draft draft = draft(sent.get(0), fields, gateway, positions, below);
		return new ChangeRequest(draft, reason, name, baseline, supersedes);
	}

	private static Draft draft(String kind, FieldReader fields, String gateway, Map<String, Position> positions,
			Map<String, Position> below) {
		if (kind.equals("virtualService")) {
			Object value = fields.value(kind);
			return Draft.of((value instanceof String text) ? Manifest.read(text, "") : Manifest.of(value, below, ""),
					gateway);
		}
		FieldReader inner = fields.object(kind);
		if (kind.equals("route")) {
			RouteForm form = new FormFields(inner).form();
			fields.throwProblems(positions);
			return Draft.of(form, gateway);
		}
		inner.only(Set.of("namespace", "name"));
		ObjectKey key = new ObjectKey(inner.required("namespace"), inner.required("name"));
		fields.throwProblems(positions);
		return Draft.delete(key, gateway);
	}

	private static @Nullable Baseline baseline(FieldReader fields) {
		if (fields.value("baseline") == null) {
			return null;
		}
		FieldReader baseline = fields.object("baseline");
		baseline.only(Set.of("absent", "uid", "hash", "resourceVersion"));
		if (baseline.flag("absent")) {
			return Baseline.ABSENT;
		}
		String hash = baseline.text("hash");
		return new Baseline(false, baseline.required("uid"), hash,
				hash.isEmpty() ? baseline.required("resourceVersion") : "");
	}

	/**
	 * What goes with the draft.
	 * @param idempotencyKey the header's value; may be empty
	 * @return the request to submit
	 */
	public Submissions.Request submission(String idempotencyKey) {
		return new Submissions.Request(this.reason, this.name, idempotencyKey, this.baseline, this.supersedes);
	}

}
