package dev.sekisho.change.web;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;

import dev.sekisho.change.Baseline;
import dev.sekisho.change.RouteForm;

/**
 * What is sent to preview or submit a change, as the REST API's document describes it.
 * Requests are read by {@link dev.sekisho.change.ChangeRequest}, which names each problem
 * at its place.
 *
 * @param virtualService the VirtualService, as JSON, or as YAML in a string
 * @param route the VirtualService as the form describes it
 * @param delete the VirtualService to be deleted
 * @param sharedGateway the shared gateway, where several would fit
 * @param reason why; to submit only
 * @param name the change's name; to submit only, made if absent
 * @param baseline what the draft was made from, as the preview gives it; to submit only
 * @param supersedes the change it follows up; to submit only
 */
@Schema(name = "Draft", description = "One of virtualService, route and delete.")
record DraftBody(Map<String, Object> virtualService, RouteForm route, Target delete, String sharedGateway,
		String reason, String name, Baseline baseline, String supersedes) {

	/** A route for a Service, as the form describes it. */
	static final String EXAMPLE = """
			{"reason": "First release", "route": {"namespace": "orders", "name": "orders-v2", "hosts": ["*"],
			 "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v2/orders"}}],
			 "destinations": [{"service": "orders", "port": 80}]}}""";

	/**
	 * Names a VirtualService.
	 *
	 * @param namespace its namespace
	 * @param name its name
	 */
	@Schema(name = "VirtualServiceName")
	record Target(String namespace, String name) {

	}

}
