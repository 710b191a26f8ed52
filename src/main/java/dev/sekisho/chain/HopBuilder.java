package dev.sekisho.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.Snapshot;

/**
 * Gathers the facts of one hop. What it relies on decides last: a hop whose sources
 * aren't current is unknown, whatever the rules say of what was seen last.
 */
final class HopBuilder {

	private final HopKind kind;

	private final ObjectRef object;

	private final List<Evidence> evidence = new ArrayList<>();

	private final List<Cause> causes = new ArrayList<>();

	private final List<Advice> advice = new ArrayList<>();

	private PodList pods = PodList.NONE;

	private String wire = "";

	private boolean onPath;

	private boolean planned;

	private @Nullable Reason doubt;

	private Zone zone;

	HopBuilder(HopKind kind, ObjectRef object) {
		this.kind = kind;
		this.object = object;
		this.zone = new Zone(false, object.key().namespace());
	}

	/**
	 * Names a source without which nothing can be said.
	 * @param objects what is read there, as people call it
	 * @param snapshot the source
	 * @return this builder
	 */
	HopBuilder relyOn(String objects, Snapshot<?> snapshot) {
		return relyOn(objects, snapshot.freshness());
	}

	HopBuilder relyOn(String objects, Freshness freshness) {
		if (this.doubt == null && !freshness.live()) {
			Instant asOf = freshness.asOf();
			this.doubt = switch (freshness.state()) {
				case NOT_VISIBLE -> Reason.of("source.not-visible", objects);
				case NOT_SERVED -> Reason.of("source.not-served", objects);
				default -> (asOf != null) ? Reason.of("source.last-seen", objects, asOf)
						: Reason.of("source.not-read", objects);
			};
		}
		return this;
	}

	HopBuilder onPath(boolean passed) {
		this.onPath = passed;
		return this;
	}

	HopBuilder inAws() {
		this.zone = Zone.AWS;
		return this;
	}

	HopBuilder planned(boolean proposal) {
		this.planned = proposal;
		return this;
	}

	HopBuilder wire(String text) {
		this.wire = text;
		return this;
	}

	HopBuilder pods(PodList list) {
		this.pods = list;
		return this;
	}

	HopBuilder fact(Source source, String field, String value) {
		return fact(source, this.object, field, value, null);
	}

	HopBuilder fact(Source source, ObjectRef from, String field, String value, @Nullable Instant since) {
		this.evidence.add(new Evidence(from, field, value, since, source, null));
		return this;
	}

	HopBuilder setting(Source source, String field, String value, String meaning, Object... arguments) {
		this.evidence
			.add(new Evidence(this.object, field, value, null, source, Reason.of("meaning." + meaning, arguments)));
		return this;
	}

	HopBuilder because(String code, String words, @Nullable Instant since, Object... arguments) {
		this.causes.add(new Cause(Reason.of("cause." + code, arguments), words, since));
		return this;
	}

	/**
	 * Explains with a field of the hop's own object.
	 * @param field the field
	 * @param value what stands there
	 * @return this builder
	 */
	HopBuilder states(String field, String value) {
		return because("field", "", null, field, value.isEmpty() ? "–" : value);
	}

	HopBuilder advise(String code, @Nullable String command, Object... arguments) {
		this.advice.add(new Advice(Reason.of("advice." + code, arguments), command));
		return this;
	}

	ObjectRef object() {
		return this.object;
	}

	Hop healthy(String code, Object... arguments) {
		return is(HopState.HEALTHY, Effect.PASS, code, arguments);
	}

	Hop unknown(String code, Object... arguments) {
		return is(HopState.UNKNOWN, Effect.UNKNOWN, code, arguments);
	}

	Hop degraded(Effect effect, String code, Object... arguments) {
		return is(HopState.DEGRADED, effect, code, arguments);
	}

	Hop down(Effect effect, String code, Object... arguments) {
		return is(HopState.DOWN, effect, code, arguments);
	}

	private Hop is(HopState state, Effect effect, String code, Object... arguments) {
		Reason reason = Reason.of(this.kind.code() + "." + code, arguments);
		if (this.doubt != null) {
			return hop(HopState.UNKNOWN, this.doubt, Effect.UNKNOWN, List.of(), List.of());
		}
		return hop(state, reason, effect, this.causes, this.advice);
	}

	private Hop hop(HopState state, Reason reason, Effect effect, List<Cause> why, List<Advice> todo) {
		return new Hop(this.kind, this.object, state, reason, effect, this.evidence, why, todo, this.wire,
				this.pods.named(), this.pods.more(), this.onPath, this.zone, this.planned);
	}

}
