package dev.sekisho.analyze;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.impact.TrafficImpact;

/**
 * The result of an analysis.
 *
 * @param objects how many objects were read
 * @param findings the findings, the gravest first
 * @param gateways the ingress gateway workloads
 */
record Analysis(int objects, List<Finding> findings, List<Gateway> gateways) {

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
