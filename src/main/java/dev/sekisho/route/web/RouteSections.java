package dev.sekisho.route.web;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterInfo;
import dev.sekisho.cluster.ClusterMode;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;
import dev.sekisho.web.Place;
import dev.sekisho.web.PlaceSource;
import dev.sekisho.web.Section;

/**
 * What this module adds to the frame around every page.
 */
@Configuration(proxyBeanMethods = false)
class RouteSections {

	@Bean
	Section routesSection() {
		return new Section(10, "routes", "/routes", "route.section.routes", "g r");
	}

	@Bean
	Section trySection() {
		return new Section(40, "try", "/try", "route.section.try", "t");
	}

	@Bean
	PlaceSource place(Cluster cluster, SharedGateways gateways, RouteTables tables) {
		return () -> {
			ClusterInfo info = cluster.info();
			List<SharedGateway> all = gateways.all();
			String only = (all.size() == 1) ? all.get(0).gateway().toString() : "";
			Freshness freshness = tables.freshness();
			return new Place(info.name(), only, freshness.asOf(), freshness.live(), info.mode() == ClusterMode.SANDBOX);
		};
	}

}
