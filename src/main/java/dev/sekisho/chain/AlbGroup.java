package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.AlbIngress;
import dev.sekisho.route.AlbRule;

/**
 * The Ingresses that share the ALB of a front door. The controller builds the rules of
 * all members at once: one that it can't build stops the changes of all.
 *
 * @param scene what was found of the chain
 * @param door the front door's Ingress
 * @param members all members, the front door's among them, in the order of their rules
 */
record AlbGroup(Scene scene, SeenIngress door, List<AlbIngress> members) {

	// How the controller names the Ingress it stumbled over
	// (aws-load-balancer-controller,
	// pkg/ingress/model_builder.go).
	private static final Pattern CULPRIT = Pattern.compile("ingress: ([a-z0-9][a-z0-9.-]*)/([a-z0-9][a-z0-9.-]*)");

	static AlbGroup of(Scene scene, SeenIngress door) {
		return new AlbGroup(scene, door, members(scene.world(), door));
	}

	/**
	 * The Ingresses that share an ALB.
	 * @param world everything that was seen
	 * @param ingress one of them
	 * @return all of them, in the order of their rules
	 */
	static List<AlbIngress> members(ChainWorld world, SeenIngress ingress) {
		AlbClass types = new AlbClass(world);
		List<AlbIngress> all = world.ingresses().items().values().stream().map(SeenIngress::member).toList();
		return ingress.member()
			.members(all,
					(other) -> world.ingresses()
						.find(other.key())
						.map(types::of)
						.map(AlbClass.Verdict::isAlb)
						.orElse(false));
	}

	/**
	 * The rules that take requests before the gateway.
	 * @param gateway the gateway Service
	 * @return the rules, in order
	 */
	List<AlbRule> before(@Nullable ObjectKey gateway) {
		Predicate<AlbRule> own = (rule) -> rule.service().equals(gateway);
		return this.door.member().before(this.members, own);
	}

	/**
	 * What the controller reported last, if that was a failure.
	 * @return the newest failure of a member that hasn't been built since
	 */
	Optional<SeenEvent> failure() {
		return this.members.stream()
			.flatMap((member) -> last(member.key()).stream())
			.filter(SeenEvent::failure)
			.max(Comparator.comparing(SeenEvent::time));
	}

	private Optional<SeenEvent> last(ObjectKey ingress) {
		return this.scene.world()
			.events()
			.items()
			.values()
			.stream()
			.filter((event) -> event.outcome() && event.ingress().equals(ingress))
			.max(Comparator.comparing(SeenEvent::time).thenComparing(SeenEvent::failure));
	}

	/**
	 * Says what stops the controller.
	 * @param hop the hop that is built
	 * @return the finished hop; empty if nothing does
	 */
	Optional<Hop> problem(HopBuilder hop) {
		return failure().map((event) -> failed(hop, event));
	}

	private Hop failed(HopBuilder hop, SeenEvent event) {
		Matcher named = CULPRIT.matcher(event.message());
		ObjectKey culprit = named.find() ? member(new ObjectKey(named.group(1), named.group(2))) : null;
		ObjectKey about = (culprit != null) ? culprit : event.ingress();
		boolean seen = sees(about) && sees(event.ingress());
		hop.because(seen ? "event" : "event-hidden", seen ? event.reason() + ": " + event.message() : "", event.at(),
				seen ? event.ingress().toString() : "");
		if (seen) {
			hop.fact(Source.EVENT, new ObjectRef("Ingress", event.ingress()), event.reason(), event.message(),
					event.at());
		}
		List<Object> arguments = new ArrayList<>();
		String code = "unnamed";
		if (culprit != null) {
			code = seen ? "by" : "hidden";
		}
		if (culprit != null && seen) {
			arguments.addAll(List.of(culprit.toString(), this.scene.subject().team().apply(culprit.namespace())));
			hop.advise("group-member", Kubectl.describe("ingress", culprit), culprit.toString());
		}
		else {
			hop.advise(seen ? "ingress-events" : "group-owner",
					seen ? Kubectl.describe("ingress", event.ingress()) : null);
		}
		return this.door.hostname().isEmpty() ? hop.down(Effect.NONE_ARRIVES, "not-built-" + code, arguments.toArray())
				: hop.degraded(Effect.PASS_AT_RISK, "frozen-" + code, arguments.toArray());
	}

	private @Nullable ObjectKey member(ObjectKey key) {
		return this.members.stream().map(AlbIngress::key).filter(key::equals).findFirst().orElse(null);
	}

	/**
	 * Whether the reader may know of a member: what stands in the gateway's own namespace
	 * is shown to everybody on this chain.
	 * @param member the member
	 * @return {@code true} if its name and rules may be told
	 */
	boolean sees(ObjectKey member) {
		return member.namespace().equals(this.door.key().namespace())
				|| this.scene.subject().visible().test(member.namespace());
	}

}
