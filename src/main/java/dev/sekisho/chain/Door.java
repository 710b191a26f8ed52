package dev.sekisho.chain;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * What stands before the gateway Service.
 *
 * @param object the Ingress, TargetGroupBinding or Gateway API Gateway
 * @param ingress the Ingress, if it is one and exists
 * @param group the TargetGroupBinding, if it is one and exists
 * @param service the Service it sends to, if that is known
 * @param port the port of that Service, by number or name; empty if unknown
 */
record Door(ObjectRef object, @Nullable SeenIngress ingress, @Nullable SeenTargetGroup group,
		@Nullable ObjectKey service, String port) {

	static Door of(SeenIngress ingress, SeenIngress.@Nullable Backend backend) {
		return new Door(new ObjectRef("Ingress", ingress.key()), ingress, null,
				(backend != null) ? backend.service() : null, (backend != null) ? backend.port() : "");
	}

	static Door of(SeenTargetGroup group) {
		return new Door(new ObjectRef("TargetGroupBinding", group.key()), null, group, group.service(), group.port());
	}

	static Door unread(ObjectRef object) {
		return new Door(object, null, null, null, "");
	}

	boolean ipTargets() {
		return (this.ingress != null && this.ingress.alb().ipTargets())
				|| (this.group != null && "ip".equals(this.group.targetType()));
	}

}
