package dev.sekisho.cluster;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import dev.sekisho.testing.ChartCluster;

/**
 * The contract on a real API server; skipped, with the reason, where there is none.
 */
class ApiServerContractTests extends RightsContract {

	private static ChartCluster chart;

	private static Attachment portal;

	private static ConnectedCluster cluster;

	@BeforeAll
	static void start() {
		chart = ChartCluster.shared();
		portal = ApiServerCluster.attachment(chart);
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
				return ApiServerCluster.token(chart, who);
			}

			@Override
			public ConnectedCluster cluster() {
				return cluster;
			}
		};
	}

}
