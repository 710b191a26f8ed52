package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteForm;
import dev.sekisho.change.parts.Audience;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.change.parts.PreviewParts;
import dev.sekisho.change.web.RegisterPage.Choices;
import dev.sekisho.change.web.RegisterPage.Undo;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;
import dev.sekisho.web.PlainText;
import dev.sekisho.web.Times;

/**
 * Gathers what the register page shows.
 */
@Component
class RegisterPageBuilder {

	private final MyNamespaces namespaces;

	private final ServiceCatalog catalog;

	private final SharedGateways sharedGateways;

	private final PreviewParts parts;

	private final FieldNotes notes;

	private final Sending sending;

	private final ChangeTexts texts;

	private final Times times;

	RegisterPageBuilder(MyNamespaces namespaces, ServiceCatalog catalog, SharedGateways sharedGateways,
			PreviewParts parts, FieldNotes notes, Sending sending, ChangeTexts texts, Times times) {
		this.namespaces = namespaces;
		this.catalog = catalog;
		this.sharedGateways = sharedGateways;
		this.parts = parts;
		this.notes = notes;
		this.sending = sending;
		this.texts = texts;
		this.times = times;
	}

	/**
	 * The page.
	 * @param caller who asks
	 * @param typed the form as it was typed
	 * @param input what goes with it
	 * @param evaluation what became of it
	 * @param state whether something was sent or is still typed, and what was clicked
	 * @param locale the language
	 * @return the page
	 */
	RegisterPage page(Caller caller, RouteForm typed, DraftInput input, Evaluation evaluation, State state,
			Locale locale) {
		Preview preview = evaluation.preview();
		PreviewPart part = (preview != null) ? this.parts.of(caller, preview, Audience.AUTHOR, locale) : null;
		FieldSlots slots = this.notes.of(evaluation, part, !state.sent(), locale);
		List<FieldNote> problems = new ArrayList<>(
				input.yaml() ? this.notes.yaml(evaluation.problems(), locale) : slots.general());
		RouteForm shown = FormRows.shown(input.yaml() ? evaluation.form() : typed);
		Manifest manifest = evaluation.manifest();
		String gateway = (preview != null) ? preview.sharedGateway().name() : input.gateway();
		Map<String, String> errors = (state.sent() && !input.yaml()) ? this.notes.errors(evaluation.problems(), locale)
				: new LinkedHashMap<>();
		return new RegisterPage(shown, input, choices(caller, shown, gateway), slots.notes(), problems, errors,
				evaluation.kept().stream().map(PlainText::line).toList(), part, gateway,
				(manifest != null) ? DraftInput.text(manifest) : "", off(evaluation, locale),
				computed(evaluation, locale), this.sending.off(gateway, locale), state.undo(),
				AdvancedSummary.of(shown, this.texts, locale), evaluation.form().name(),
				placeholder(evaluation.form(), gateway));
	}

	private String placeholder(RouteForm form, String gateway) {
		return gateways().stream()
			.filter((one) -> one.name().equals(gateway) || gateway.isEmpty())
			.map((one) -> ClaimState.of(one, form.namespace(), this.catalog))
			.flatMap((claims) -> claims.prefixes().stream())
			.findFirst()
			.orElse("/api/v1/" + form.namespace());
	}

	private List<SharedGateway> gateways() {
		return this.sharedGateways.all();
	}

	private String off(Evaluation evaluation, Locale locale) {
		if (evaluation.preview() != null) {
			return "";
		}
		if (!evaluation.off().isEmpty()) {
			return this.texts.text("refused." + evaluation.off(), locale);
		}
		boolean empty = evaluation.problems().stream().allMatch((problem) -> problem.code().equals("required"));
		return this.texts.text(empty ? "preview.empty" : "preview.wrong", locale);
	}

	private String computed(Evaluation evaluation, Locale locale) {
		Preview preview = evaluation.preview();
		if (preview == null || preview.freshness().asOf() == null) {
			return "";
		}
		return this.texts.text("preview.computed", locale, evaluation.millis(),
				this.times.clock(preview.freshness().asOf()));
	}

	private Choices choices(Caller caller, RouteForm form, String gateway) {
		Set<String> mine = this.namespaces.of(caller);
		List<String> existing = this.catalog.namespaces().stream().filter(mine::contains).toList();
		List<SharedGateway> gateways = gateways();
		Optional<SharedGateway> chosen = gateways.stream()
			.filter((one) -> one.name().equals(gateway) || gateways.size() == 1)
			.findFirst();
		return new Choices(existing,
				mine.contains(form.namespace()) ? this.catalog.services(form.namespace()) : List.of(),
				gateways.stream().map(SharedGateway::name).toList(),
				chosen.map((one) -> hosts(one, form.namespace())).orElse(List.of()),
				chosen.map((one) -> one.allow().contains("redirect")).orElse(false) || form.redirect() != null);
	}

	private List<String> hosts(SharedGateway gateway, String namespace) {
		Set<String> hosts = new LinkedHashSet<>(ClaimState.of(gateway, namespace, this.catalog).hosts());
		hosts.add("*");
		return List.copyOf(hosts);
	}

	/**
	 * What led to the page.
	 *
	 * @param sent whether the form was sent, so that what is empty is wrong
	 * @param undo how the last click is undone; {@code null} if there was none
	 */
	record State(boolean sent, @Nullable Undo undo) {

		static final State TYPING = new State(false, null);

		static final State SENT = new State(true, null);

	}

}
