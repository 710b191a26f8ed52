package dev.sekisho.cluster;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on the sandbox.
 */
class SandboxContractTests extends RightsContract {

	private static SandboxCluster sandbox;

	@BeforeAll
	static void start(@TempDir Path folder) {
		sandbox = SandboxCluster.start(folder);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Override
	ContractCluster contract() {
		return new ContractCluster() {
			@Override
			public Attachment portal() {
				return new EndpointAttachment(sandbox.endpoint());
			}

			@Override
			public String token(String who) {
				return "admin".equals(who) ? sandbox.sandbox().adminToken() : "sandbox-" + who;
			}

			@Override
			public ConnectedCluster cluster() {
				return sandbox.connection();
			}
		};
	}

}
