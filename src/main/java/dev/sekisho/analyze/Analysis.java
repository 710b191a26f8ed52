package dev.sekisho.analyze;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Need;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.impact.TrafficImpact;

/**
 * The result of an analysis.
 *
 * @param objects how many objects were read
 * @param findings the findings, the gravest first
 * @param gateways the ingress gateway workloads
 * @param notAsked the codes of the rules that weren't asked, by what isn't known
 */
record Analysis(int objects, List<Finding> findings, List<Gateway> gateways, Map<Need, Set<String>> notAsked) {

	/**
	 * The rules that weren't asked, and why.
	 * @return a sentence for each reason; none for what only concerns changes
	 */
	List<NotAsked> notes() {
		return this.notAsked.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() != Need.CHANGE)
			.map((entry) -> new NotAsked(Words.of(entry.getKey()), List.copyOf(entry.getValue())))
			.toList();
	}

	/**
	 * Rules that weren't asked.
	 *
	 * @param reason why not
	 * @param codes their codes
	 */
	record NotAsked(String reason, List<String> codes) {

	}

	/**
	 * One ingress gateway workload.
	 *
	 * @param workload the workload
	 * @param answers the answers to what was asked
	 * @param impact what the change does; {@code null} if there is no change
	 */
	record Gateway(Workload workload, List<Answered> answers, @Nullable TrafficImpact impact) {

	}

	/**
	 * A request and its answers.
	 *
	 * @param request the request
	 * @param now the answer
	 * @param after the answer after the change; {@code null} if there is no change
	 */
	record Answered(HttpRequest request, Answer now, @Nullable Answer after) {

	}

}
