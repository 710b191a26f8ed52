package dev.sekisho.change;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Finds the shared gateway a draft is for.
 */
@Component
class GatewayChoice {

	private final SharedGateways sharedGateways;

	GatewayChoice(SharedGateways sharedGateways) {
		this.sharedGateways = sharedGateways;
	}

	/**
	 * The shared gateway: the named one, else the one whose Gateway the objects name,
	 * else the only one.
	 * @param name its name; may be empty
	 * @param proposed the VirtualService as it shall be, if it is known
	 * @param live the VirtualService as it is, if there is one
	 * @return the shared gateway
	 * @throws InputRefused if there is none
	 */
	SharedGateway choose(String name, @Nullable GenericKubernetesResource proposed,
			@Nullable GenericKubernetesResource live) {
		if (!name.isEmpty()) {
			return this.sharedGateways.find(name)
				.orElseThrow(() -> new InputRefused(InputProblem.at("sharedGateway", "no-such-gateway", name)));
		}
		List<SharedGateway> all = this.sharedGateways.all();
		SharedGateway found = named(all, proposed);
		found = (found != null) ? found : named(all, live);
		if (found != null) {
			return found;
		}
		if (all.size() == 1) {
			return all.get(0);
		}
		throw new InputRefused(InputProblem.at("sharedGateway", "choose-gateway",
				String.join(", ", all.stream().map(SharedGateway::name).toList())));
	}

	private static @Nullable SharedGateway named(List<SharedGateway> all,
			@Nullable GenericKubernetesResource virtualService) {
		if (virtualService == null) {
			return null;
		}
		Map<String, Object> spec = Trees.map(virtualService.getAdditionalProperties().get("spec"));
		String namespace = virtualService.getMetadata().getNamespace();
		List<String> names = Trees.texts(spec.get("gateways"))
			.stream()
			.map((gateway) -> gateway.contains("/") ? gateway : namespace + "/" + gateway)
			.toList();
		return all.stream().filter((gateway) -> names.contains(gateway.gateway().toString())).findFirst().orElse(null);
	}

}
