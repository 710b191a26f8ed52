package dev.sekisho.access;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sekisho.cluster.Identity;

import static org.assertj.core.api.Assertions.assertThat;

class SystemAccountsTests {

	@ParameterizedTest
	@CsvSource({ "alice,", "alice,system:authenticated", "alice@example.com,team-a system:authenticated",
			"systematic,systems", "system:serviceaccount:orders:bot,system:serviceaccounts",
			"system:serviceaccount:orders:bot,system:serviceaccounts:orders system:authenticated" })
	void takesPeopleAndServiceAccounts(String username, String groups) {
		assertThat(SystemAccounts.refuses(identity(username, groups))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "system:admin,", "system:anonymous,system:unauthenticated", "system:node:a,system:nodes",
			"system:kube-controller-manager,", "system:serviceaccount:,", "system:serviceaccount:orders,",
			"system:serviceaccount:orders:,", "system:serviceaccount::bot,", "system:serviceaccount:orders:bot:x,",
			"system:,", "alice,system:masters", "alice,team-a system:nodes", "alice,system:serviceaccounts",
			"system:serviceaccount:orders:bot,system:serviceaccounts:payments",
			"system:serviceaccount:orders:bot,system:masters", "' ',", "alice,system:unauthenticated" })
	void refusesPartsOfTheSystemAndWhoStandsAboveRights(String username, String groups) {
		assertThat(SystemAccounts.refuses(identity(username, groups))).isTrue();
	}

	private static Identity identity(String username, String groups) {
		return new Identity(username, "", (groups != null) ? Set.copyOf(List.of(groups.split(" "))) : Set.of());
	}

}
