package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.Draft;
import dev.sekisho.change.Drafts;
import dev.sekisho.change.InputProblem;
import dev.sekisho.change.InputRefused;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Preview;
import dev.sekisho.change.Previews;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForms;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;

/**
 * Takes what was typed, in the form or as YAML, for a VirtualService and previews it.
 * Never fails because of what was typed.
 */
@Component
class Evaluator {

	private final Drafts drafts;

	private final Previews previews;

	private final MyNamespaces namespaces;

	private final ServiceCatalog services;

	Evaluator(Drafts drafts, Previews previews, MyNamespaces namespaces, ServiceCatalog services) {
		this.drafts = drafts;
		this.previews = previews;
		this.namespaces = namespaces;
		this.services = services;
	}

	/**
	 * Evaluates.
	 * @param caller who typed
	 * @param typed the form
	 * @param input what goes with it
	 * @param dryRun whether the API server is asked too
	 * @return what became of it
	 */
	Evaluation evaluate(Caller caller, RouteForm typed, DraftInput input, boolean dryRun) {
		return input.yaml() ? yaml(caller, typed, input, dryRun) : form(caller, typed, input, dryRun);
	}

	private Evaluation yaml(Caller caller, RouteForm typed, DraftInput input, boolean dryRun) {
		Manifest manifest;
		try {
			manifest = Manifest.read(input.manifest(), "");
		}
		catch (InputRefused ex) {
			return Evaluation.refused(typed, List.of(), ex.problems());
		}
		RouteForms.Filled filled = RouteForms.filled(manifest.object());
		List<InputProblem> problems = object(caller, manifest.key(), input, "metadata.");
		return problems.isEmpty() ? previewed(caller, filled.form(), manifest, filled.kept(), input, dryRun)
				: new Evaluation(filled.form(), null, filled.kept(), problems, null, "", 0);
	}

	private Evaluation form(Caller caller, RouteForm typed, DraftInput input, boolean dryRun) {
		RouteForm form = named(FormRows.filled(typed), input);
		Manifest base = input.base();
		List<String> kept = (base != null) ? RouteForms.filled(base.object()).kept() : List.of();
		List<InputProblem> problems = new ArrayList<>(
				form.problems().stream().filter((one) -> !follows(one)).map((one) -> better(one, form)).toList());
		if (!form.name().isEmpty()
				&& problems.stream().noneMatch((problem) -> problem.path().matches("namespace|name"))) {
			problems.addAll(object(caller, new ObjectKey(form.namespace(), form.name()), input, ""));
		}
		if (!problems.isEmpty()) {
			return Evaluation.refused(form, kept, problems);
		}
		try {
			Manifest manifest = this.drafts.manifest(form, base, input.gateway());
			return previewed(caller, form, manifest, kept, input, dryRun);
		}
		catch (InputRefused ex) {
			return Evaluation.refused(form, kept, ex.problems());
		}
	}

	private RouteForm named(RouteForm form, DraftInput input) {
		if (!form.name().isEmpty() || !input.edits().isEmpty() || form.destinations().isEmpty()) {
			return form;
		}
		String name = this.drafts.name(form.namespace(), form.destinations().get(0).service());
		return new RouteForm(form.namespace(), name, form.hosts(), form.matches(), form.destinations(), form.rewrite(),
				form.timeout(), form.retries(), form.redirect());
	}

	// A name that is left empty is made of the Service, which then is what's missing.
	private static boolean follows(InputProblem problem) {
		return problem.path().equals("name") && problem.code().equals("required");
	}

	// What a name or a word of the Service is taken for.
	private InputProblem better(InputProblem problem, RouteForm form) {
		if (!problem.path().matches("destinations\\[\\d+]\\.port") || problem.arguments().isEmpty()) {
			return problem;
		}
		int at = Integer.parseInt(problem.path().replaceAll("\\D", ""));
		return service(form, at)
			.flatMap((service) -> service.ports()
				.stream()
				.filter((port) -> port.name().equalsIgnoreCase(problem.arguments().get(0)))
				.findFirst())
			.map((port) -> InputProblem.at(problem.path(), "port-by-name", port.name(), String.valueOf(port.number()))
				.withFix(String.valueOf(port.number())))
			.orElse(problem);
	}

	private Optional<ServiceEntryPoint> service(RouteForm form, int destination) {
		return this.services.service(new ObjectKey(form.namespace(), form.destinations().get(destination).service()));
	}

	private List<InputProblem> object(Caller caller, ObjectKey key, DraftInput input, String prefix) {
		if (!this.namespaces.of(caller).contains(key.namespace())) {
			return List.of(InputProblem.at(prefix + "namespace", "namespace-not-yours", key.namespace()));
		}
		if (input.edits().isEmpty()) {
			boolean taken = input.baseline().absent() && this.drafts.live(key).isPresent();
			return taken ? List.of(InputProblem.at(prefix + "name", "name-exists", key.toString())) : List.of();
		}
		return input.edits().equals(key.toString()) ? List.of()
				: List.of(InputProblem.at(prefix + "name", "renamed", input.edits()));
	}

	private Evaluation previewed(Caller caller, RouteForm form, Manifest manifest, List<String> kept, DraftInput input,
			boolean dryRun) {
		long start = System.nanoTime();
		Draft draft = Draft.of(manifest, input.gateway());
		try {
			@Nullable Preview preview = dryRun ? this.previews.withDryRun(caller, draft) : this.previews.preview(caller, draft);
			return new Evaluation(form, manifest, kept, List.of(), preview, "",
					(System.nanoTime() - start) / 1_000_000);
		}
		catch (InputRefused ex) {
			return Evaluation.refused(form, kept, ex.problems());
		}
		catch (ChangeRefused ex) {
			return new Evaluation(form, manifest, kept, List.of(), null, ex.reason().code(), 0);
		}
	}

}
