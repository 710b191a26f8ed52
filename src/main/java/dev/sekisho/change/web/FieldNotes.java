package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.InputProblem;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.parts.CheckPart;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.web.PlainText;

/**
 * Says under each field of the form what is wrong with it, what it would do, and what a
 * click does about it.
 */
@Component
class FieldNotes {

	private final ChangeTexts texts;

	private final GoodWords words;

	FieldNotes(ChangeTexts texts, GoodWords words) {
		this.texts = texts;
		this.words = words;
	}

	/**
	 * The messages.
	 * @param evaluation what became of what was typed
	 * @param parts what it would do; {@code null} if that isn't known
	 * @param typing whether somebody is still typing: what is empty isn't wrong yet
	 * @param locale the language
	 * @return the messages by place
	 */
	FieldSlots of(Evaluation evaluation, @Nullable PreviewPart parts, boolean typing, Locale locale) {
		FieldSlots slots = new FieldSlots(FormRows.shown(evaluation.form()));
		for (InputProblem problem : evaluation.problems()) {
			if (!typing || !problem.code().equals("required")) {
				slots.add(problem.path(), problem(problem, locale));
			}
		}
		if (parts != null) {
			FieldPlaces places = new FieldPlaces(evaluation.form());
			parts.checks()
				.lines()
				.stream()
				.filter((line) -> !line.tone().equals("plan"))
				.forEach((line) -> slots.add(places.field(line.path()), finding(line)));
		}
		this.words.add(evaluation, slots, locale);
		return slots;
	}

	/**
	 * What is wrong after something was sent, to stand above the form.
	 * @param problems the problems
	 * @param locale the language
	 * @return the sentences by the id of their control
	 */
	Map<String, String> errors(List<InputProblem> problems, Locale locale) {
		Map<String, String> errors = new LinkedHashMap<>();
		problems.forEach((problem) -> errors.putIfAbsent(FieldSlots.control(problem.path()),
				label(problem.path(), locale) + this.texts.problem(problem, locale)));
		return errors;
	}

	/**
	 * What is wrong with a YAML text.
	 * @param problems the problems
	 * @param locale the language
	 * @return a message for each, with its place in the text
	 */
	List<FieldNote> yaml(List<InputProblem> problems, Locale locale) {
		List<FieldNote> notes = new ArrayList<>();
		for (InputProblem problem : problems) {
			String place = (problem.line() > 0) ? this.texts.text("yaml.line", locale, problem.line())
					: this.texts.text("yaml.whole", locale);
			String field = PlainText.line(problem.path());
			String what = place + this.texts.problem(problem, locale);
			String why = field.isEmpty() ? "" : this.texts.text("yaml.field", locale, field);
			String write = problem.fix().isEmpty() ? ""
					: this.texts.text("yaml.write", locale, PlainText.line(problem.fix()));
			notes.add(new FieldNote("bad", what, (why + " " + write).strip(), edit(problem, locale)));
		}
		return notes;
	}

	private FieldNote problem(InputProblem problem, Locale locale) {
		List<FieldNote.Fix> fixes = new ArrayList<>(edit(problem, locale));
		if (!problem.fix().isEmpty()) {
			fixes.add(new FieldNote.Fix(this.texts.text("fix.use", locale, problem.fix()), "fix",
					problem.path() + "=" + problem.fix()));
		}
		String what = this.texts.problem(problem, locale);
		boolean shared = problem.path().startsWith("destinations") && problem.code().equals("required");
		return new FieldNote("bad", shared ? label(problem.path(), locale) + what : what, "", fixes);
	}

	private List<FieldNote.Fix> edit(InputProblem problem, Locale locale) {
		if (!problem.code().equals("name-exists")) {
			return List.of();
		}
		return List
			.of(new FieldNote.Fix(this.texts.text("fix.edit", locale), "", "/register/" + problem.arguments().get(0)));
	}

	private static FieldNote finding(CheckPart.Line line) {
		List<FieldNote.Fix> fixes = line.fix().isEmpty() ? List.of()
				: List.of(new FieldNote.Fix(line.fix(), "repair", line.id()));
		return new FieldNote(line.tone(), line.message(), line.why(), fixes);
	}

	private String label(String field, Locale locale) {
		String place = field.matches("destinations.*\\.(service|port|weight|subset)")
				? field.substring(field.lastIndexOf('.') + 1) : FieldSlots.slot(field);
		String name = place.replaceAll("\\[\\d+]", "").replaceFirst("matches\\.", "");
		return name.isEmpty() ? "" : this.texts.text("label", locale, this.texts.text("field." + name, locale));
	}

}
