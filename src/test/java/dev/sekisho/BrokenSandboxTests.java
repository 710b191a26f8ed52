package dev.sekisho;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.sekisho.access.Caller;
import dev.sekisho.access.web.RunningPortal;
import dev.sekisho.chain.Chains;
import dev.sekisho.chain.Hop;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.sandbox.Fault;
import dev.sekisho.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever somebody breaks on the sandbox's page, the chain tells it, and tells it no
 * more once it is repaired.
 */
@RunningPortal
class BrokenSandboxTests {

	private static final String ROUTE = "orders";

	private static final String TOLD = """
			alb-class-missing, alb.class-missing
			alb-group-frozen, alb.frozen-by
			alb-group-member, alb.taken-before
			alb-health-check, alb.health-check-path
			alb-binding, alb.binding-failed
			alb-targets-unhealthy, alb.fails-open
			alb-backend, gateway-service.port-missing
			gateway-service-balancer, gateway-service.second-balancer
			gateway-service-selector, gateway-service.selects-nothing
			gateway-service-removed, gateway-service.missing
			gateway-pod-unready, gateway-pods.some-not-ready
			gateway-pods-not-injected, gateway-pods.none-ready
			gateway-frozen, gateway-pods.frozen
			gateway-selector, gateway.selects-others
			gateway-port, gateway.no-server
			gateway-hosts, virtual-service.host-not-served
			gateway-removed, gateway.missing
			virtual-service-gateway, virtual-service.not-bound
			virtual-service-export, virtual-service.not-exported
			virtual-service-shadowed, virtual-service.shadowed
			service-removed, service.missing
			service-port, service.port-missing
			service-selector, service.selects-nothing
			endpoints-empty, endpoints.none
			endpoints-crash-loop, endpoints.none-ready
			""";

	private final Sandbox sandbox;

	private final Chains chains;

	BrokenSandboxTests(@Autowired Sandbox sandbox, @Autowired Chains chains) {
		this.sandbox = sandbox;
		this.chains = chains;
	}

	@AfterEach
	void repair() {
		this.sandbox.faults().repairAll(ROUTE);
		await(List.of());
	}

	@ParameterizedTest
	@CsvSource(textBlock = TOLD)
	void theChainTellsIt(String fault, String reason) {
		assertThat(this.sandbox.faults().inject(ROUTE, fault)).isTrue();
		await(List.of(reason));
	}

	@Test
	void everyFaultIsInTheTable() {
		assertThat(this.sandbox.faults().of(ROUTE)).extracting(Fault::name)
			.containsExactlyElementsOf(TOLD.lines().map((line) -> line.substring(0, line.indexOf(','))).toList());
	}

	private void await(List<String> reasons) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			List<Hop> problems = this.chains.of(carol(), new ObjectKey(ROUTE, ROUTE + "-virtual-service"))
				.orElseThrow()
				.problems();
			assertThat(problems).extracting((hop) -> hop.reason().code()).containsAll(reasons);
			assertThat(problems.isEmpty()).isEqualTo(reasons.isEmpty());
		});
	}

	private static Caller carol() {
		return new Caller(new Identity("carol", "", Set.of("sandbox:sre")), new Credential.Portal());
	}

}
