package dev.sekisho.route.web;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

import dev.sekisho.access.Caller;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.OpenChange;
import dev.sekisho.route.OpenChanges;
import dev.sekisho.route.ProposedChange;

/**
 * One open change: service-b widens its route, by which it takes requests of service-a.
 * Only service-b and carol see it.
 */
class PlannedTakeover implements OpenChanges {

	private static final OpenChange CHANGE = new OpenChange(new ObjectKey("service-b", "wider"), "sample-gateway",
			new ObjectKey("service-b", "service-b-virtual-service"), false);

	private static final String PROPOSED = """
			apiVersion: networking.istio.io/v1
			kind: VirtualService
			metadata: {namespace: service-b, name: service-b-virtual-service}
			spec:
			  hosts: ["*"]
			  gateways: [istio-ingress/sample-gateway]
			  http:
			    - match: [{uri: {prefix: /api/v1/service}}]
			      route: [{destination: {host: service-b.service-b.svc.cluster.local, port: {number: 80}}}]
			""";

	@Override
	public List<OpenChange> list(Caller caller, String sharedGateway) {
		return sees(caller) ? List.of(CHANGE) : List.of();
	}

	@Override
	public Optional<ProposedChange> find(Caller caller, ObjectKey change) {
		GenericKubernetesResource proposed = Serialization.unmarshal(PROPOSED, GenericKubernetesResource.class);
		return (sees(caller) && change.equals(CHANGE.key())) ? Optional.of(new ProposedChange(CHANGE, proposed))
				: Optional.empty();
	}

	private static boolean sees(Caller caller) {
		return caller.username().equals("carol") || caller.username().equals("service-b");
	}

}
