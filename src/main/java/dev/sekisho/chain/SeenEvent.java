package dev.sekisho.chain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * An event about an Ingress.
 *
 * @param ingress the Ingress
 * @param reason its reason, such as {@code FailedBuildModel}
 * @param message what it says
 * @param at when it was seen last; {@code null} if it doesn't say
 */
record SeenEvent(ObjectKey ingress, String reason, String message, @Nullable Instant at) {

	/** What the AWS Load Balancer Controller reports when it can't go on. */
	private static final List<String> FAILURES = List.of("FailedBuildModel", "FailedDeployModel", "FailedLoadGroupID");

	/** What it reports when all is done. */
	private static final String SUCCESS = "SuccessfullyReconciled";

	static SeenEvent of(GenericKubernetesResource object) {
		Fields event = Fields.of(object);
		Fields about = event.at("involvedObject");
		String name = "Ingress".equals(about.text("kind")) ? about.text("name") : "";
		Instant at = Stream
			.of(event.at("series").time("lastObservedTime"), event.time("lastTimestamp"), event.time("eventTime"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return new SeenEvent(new ObjectKey(about.text("namespace"), name), event.text("reason"), event.text("message"),
				at);
	}

	boolean failure() {
		return FAILURES.contains(this.reason);
	}

	/**
	 * Whether it tells how an attempt of the load balancer controller ended.
	 * @return {@code true} if it does
	 */
	boolean outcome() {
		return failure() || SUCCESS.equals(this.reason);
	}

	Instant time() {
		return (this.at != null) ? this.at : Instant.EPOCH;
	}

}
