package dev.sekisho.change.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.Action;
import dev.sekisho.change.Baseline;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Drafts;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.RouteForms;
import dev.sekisho.change.Yaml;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;

/**
 * What the form holds when it is opened: for a new route, an existing one, or a change
 * that follows another.
 */
@Component
class RegisterStart {

	private final Rights rights;

	private final MyNamespaces namespaces;

	private final ServiceCatalog catalog;

	private final Drafts drafts;

	private final Changes changes;

	RegisterStart(Rights rights, MyNamespaces namespaces, ServiceCatalog catalog, Drafts drafts, Changes changes) {
		this.rights = rights;
		this.namespaces = namespaces;
		this.catalog = catalog;
		this.drafts = drafts;
		this.changes = changes;
	}

	Opened fresh(Caller caller, String namespace, String service, String gateway) {
		Set<String> mine = this.namespaces.of(caller);
		String chosen = mine.contains(namespace) ? namespace : mine.stream().findFirst().orElse("");
		List<ServiceEntryPoint> services = mine.isEmpty() ? List.of() : this.catalog.services(chosen);
		Destination destination = services.stream()
			.filter((one) -> service.isEmpty() || one.name().equals(service))
			.min(Comparator.comparing((one) -> !one.name().equals(chosen)))
			.map((one) -> new Destination(one.name(), port(one), "", ""))
			.orElseGet(() -> new Destination(service, "", "", ""));
		Match match = new Match(new PathCondition("", "", false), List.of(), List.of(), List.of());
		RouteForm form = new RouteForm(chosen, "", List.of("*"), List.of(match), List.of(destination), null, "", null,
				null);
		DraftInput input = DraftInput.NEW;
		return new Opened(form, new DraftInput(input.mode(), "", gateway, "", input.baseline(), "", "", "", ""));
	}

	private static String port(ServiceEntryPoint service) {
		return service.ports().isEmpty() ? "" : String.valueOf(service.ports().get(0).number());
	}

	Opened existing(Caller caller, ObjectKey key, String mode) {
		return opened(live(caller, key), key, mode);
	}

	Opened successor(Caller caller, ObjectKey key) {
		ChangeView view = this.changes.open(caller, key);
		RouteChange change = view.change();
		if (!this.namespaces.of(caller).contains(key.namespace())) {
			throw new ChangeRefused(Reason.NOT_ALLOWED);
		}
		if (!view.complete()) {
			throw new ChangeRefused(Reason.NOT_READY);
		}
		GenericKubernetesResource live = this.drafts.live(change.virtualService()).orElse(null);
		GenericKubernetesResource proposed = view.proposed();
		if (change.action() == Action.DELETE && live == null) {
			throw new ChangeRefused(Reason.NOT_FOUND);
		}
		String mode = (proposed != null) ? DraftInput.FORM : DraftInput.DELETE;
		Opened opened = (live != null) ? opened(live, change.virtualService(), mode)
				: new Opened(FormRows.shown(new FormParameters(Map.of()).route()), DraftInput.NEW);
		DraftInput input = opened.input().following(change.key().name(), change.reason());
		return (proposed != null)
				? new Opened(RouteForms.filled(proposed).form(), input.inMode(DraftInput.FORM, Yaml.content(proposed)))
				: new Opened(opened.form(), input);
	}

	private static Opened opened(GenericKubernetesResource live, ObjectKey key, String mode) {
		String yaml = Yaml.content(live);
		return new Opened(RouteForms.filled(live).form(),
				new DraftInput(mode, yaml, "", key.toString(), Baseline.of(live), yaml, "", "", ""));
	}

	private GenericKubernetesResource live(Caller caller, ObjectKey key) {
		boolean author = this.namespaces.of(caller).contains(key.namespace());
		@Nullable GenericKubernetesResource live = Optional.of(key)
			.filter((one) -> author || this.rights.visibility(caller).sees(one.namespace()))
			.flatMap(this.drafts::live)
			.orElseThrow(() -> new ChangeRefused(Reason.NOT_FOUND));
		if (!author) {
			throw new ChangeRefused(Reason.NOT_ALLOWED);
		}
		return live;
	}

	/**
	 * A form with what is typed and what goes with it.
	 *
	 * @param form the form
	 * @param input what goes with it
	 */
	record Opened(RouteForm form, DraftInput input) {

	}

}
