package dev.sekisho.cluster;

import java.util.List;

/**
 * A kind of object and where the API server serves it.
 *
 * @param group the API group; empty for the core group
 * @param versions the versions Sekisho can read, best first
 * @param kind the kind, such as {@code VirtualService}
 * @param plural the resource name, such as {@code virtualservices}
 * @param namespaced whether its objects live in namespaces
 * @param fieldSelector which of its objects are listed and watched; empty for all
 * @param home the one namespace whose objects are listed and watched; empty for all
 */
public record ResourceKind(String group, List<String> versions, String kind, String plural, boolean namespaced,
		String fieldSelector, String home) {

	/** Sekisho's API group. */
	public static final String SEKISHO_GROUP = "sekisho.dev";

	/** A proposed change. */
	public static final ResourceKind ROUTE_CHANGE = sekisho("RouteChange", "routechanges", true);

	/** A verdict on a change. */
	public static final ResourceKind ROUTE_REVIEW = sekisho("RouteReview", "routereviews", true);

	/** A front door and its rules. */
	public static final ResourceKind SHARED_GATEWAY = sekisho("SharedGateway", "sharedgateways", false);

	/** Istio's routes. */
	public static final ResourceKind VIRTUAL_SERVICE = istio("VirtualService", "virtualservices");

	/** Istio's Gateway. */
	public static final ResourceKind GATEWAY = istio("Gateway", "gateways");

	/** Subsets and policies of a destination. */
	public static final ResourceKind DESTINATION_RULE = istio("DestinationRule", "destinationrules");

	/** Hosts added to the mesh. */
	public static final ResourceKind SERVICE_ENTRY = istio("ServiceEntry", "serviceentries");

	/** Patches of what istiod makes for Envoy. */
	public static final ResourceKind ENVOY_FILTER = new ResourceKind("networking.istio.io", List.of("v1alpha3"),
			"EnvoyFilter", "envoyfilters", true);

	/** A namespace. */
	public static final ResourceKind NAMESPACE = core("Namespace", "namespaces", false);

	/** A Service. */
	public static final ResourceKind SERVICE = core("Service", "services", true);

	/** A pod. */
	public static final ResourceKind POD = core("Pod", "pods", true);

	/** A ConfigMap. */
	public static final ResourceKind CONFIG_MAP = core("ConfigMap", "configmaps", true);

	/** An event. */
	public static final ResourceKind EVENT = core("Event", "events", true);

	/** An event about an Ingress. The API server leaves all others out. */
	public static final ResourceKind INGRESS_EVENT = new ResourceKind("", List.of("v1"), "Event", "events", true,
			"involvedObject.kind=Ingress", "");

	/** The endpoints of a Service. */
	public static final ResourceKind ENDPOINT_SLICE = new ResourceKind("discovery.k8s.io", List.of("v1"),
			"EndpointSlice", "endpointslices", true);

	/** An Ingress. */
	public static final ResourceKind INGRESS = new ResourceKind("networking.k8s.io", List.of("v1"), "Ingress",
			"ingresses", true);

	/** A class of Ingresses. */
	public static final ResourceKind INGRESS_CLASS = new ResourceKind("networking.k8s.io", List.of("v1"),
			"IngressClass", "ingressclasses", false);

	/** The load balancer controller's link between target group and Service. */
	public static final ResourceKind TARGET_GROUP_BINDING = new ResourceKind("elbv2.k8s.aws", List.of("v1beta1"),
			"TargetGroupBinding", "targetgroupbindings", true);

	/** A lease. */
	public static final ResourceKind LEASE = new ResourceKind("coordination.k8s.io", List.of("v1"), "Lease", "leases",
			true);

	/** An admission policy. */
	public static final ResourceKind ADMISSION_POLICY = new ResourceKind("admissionregistration.k8s.io", List.of("v1"),
			"ValidatingAdmissionPolicy", "validatingadmissionpolicies", false);

	/** The binding of an admission policy. */
	public static final ResourceKind ADMISSION_POLICY_BINDING = new ResourceKind("admissionregistration.k8s.io",
			List.of("v1"), "ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings", false);

	public ResourceKind {
		versions = List.copyOf(versions);
	}

	/**
	 * A kind of which all objects are listed and watched.
	 * @param group the API group; empty for the core group
	 * @param versions the versions Sekisho can read, best first
	 * @param kind the kind
	 * @param plural the resource name
	 * @param namespaced whether its objects live in namespaces
	 */
	public ResourceKind(String group, List<String> versions, String kind, String plural, boolean namespaced) {
		this(group, versions, kind, plural, namespaced, "", "");
	}

	private static ResourceKind sekisho(String kind, String plural, boolean namespaced) {
		return new ResourceKind(SEKISHO_GROUP, List.of("v1alpha1"), kind, plural, namespaced);
	}

	private static ResourceKind istio(String kind, String plural) {
		return new ResourceKind("networking.istio.io", List.of("v1", "v1beta1", "v1alpha3"), kind, plural, true);
	}

	private static ResourceKind core(String kind, String plural, boolean namespaced) {
		return new ResourceKind("", List.of("v1"), kind, plural, namespaced);
	}

}
