package dev.sekisho.cluster;

import java.util.Map;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import dev.sekisho.testing.ChartCluster;

/**
 * The contract on a real API server; skipped, with the reason, where there is none.
 */
class ApiServerContractTests extends RightsContract {

	private static final Map<String, String> NAMES = Map.of("carol", "sre-carol", "dan", "sre-dan");

	private static ChartCluster chart;

	private static Attachment portal;

	private static ConnectedCluster cluster;

	@BeforeAll
	static void start() {
		chart = ChartCluster.shared();
		Config admin = chart.config("admin");
		Config bare = new ConfigBuilder(Config.empty()).withMasterUrl(admin.getMasterUrl())
			.withCaCertData(admin.getCaCertData())
			.withCaCertFile(admin.getCaCertFile())
			.build();
		portal = TestConnections.withToken(TestConnections.fixed(bare), chart.portalToken());
		cluster = TestConnections.open(portal, TestConnections.properties());
	}

	@AfterAll
	static void stop() {
		ConnectedCluster open = cluster;
		if (open != null) {
			open.close();
		}
	}

	@Override
	ContractCluster contract() {
		return new ContractCluster() {
			@Override
			public Attachment portal() {
				return portal;
			}

			@Override
			public String token(String who) {
				return chart.config(NAMES.getOrDefault(who, who)).getAutoOAuthToken();
			}

			@Override
			public ConnectedCluster cluster() {
				return cluster;
			}
		};
	}

}
