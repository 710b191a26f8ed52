package dev.sekisho.routing.condition;

import java.util.List;

import dev.sekisho.routing.Answer.Dimension;
import dev.sekisho.routing.Answer.FailedCondition;

/**
 * A condition on a header or pseudo header.
 *
 * @param dimension what it stands for
 * @param name the header's name in lower case
 * @param condition the condition on its value
 */
public record HeaderCondition(Dimension dimension, String name, StringCondition condition) {

	private static final String CLAIMS = "@request.auth.claims";

	/**
	 * Whether the header must not be so.
	 * @return whether it comes from {@code withoutHeaders}
	 */
	public boolean inverted() {
		return this.dimension == Dimension.WITHOUT_HEADER;
	}

	/**
	 * Why nobody but the gateway can tell whether it holds.
	 * @return the reason; empty if it can be told
	 */
	String untold() {
		if (isClaim(this.name)) {
			return "the route depends on the claims of a token";
		}
		return ReceivedHeaders.isUntold(this.name, this.condition.match())
				? "the route depends on the value of " + this.name + ", which the gateway sets" : "";
	}

	boolean test(RoutedRequest request) {
		return holds(request.header(this.name));
	}

	/**
	 * Whether the condition holds for the lines of its header.
	 * @param lines the values, one per line
	 * @return whether it holds
	 */
	public boolean holds(List<String> lines) {
		if (inverted() && lines.isEmpty()) {
			return this.condition.isPresence() || !this.condition.test("");
		}
		boolean any = false;
		for (String line : lines) {
			any |= this.condition.test(line);
		}
		return any != inverted();
	}

	FailedCondition failed(RoutedRequest request) {
		List<String> lines = request.header(this.name);
		String shown = (this.dimension == Dimension.HEADER || inverted()) ? this.name : "";
		return new FailedCondition(this.dimension, shown, this.condition.match(),
				lines.isEmpty() ? null : ByteText.toText(String.join(", ", lines)));
	}

	/**
	 * Whether a name stands for a claim of a token.
	 * @param name the name as written
	 * @return whether it does
	 */
	static boolean isClaim(String name) {
		return name.startsWith(CLAIMS);
	}

}
