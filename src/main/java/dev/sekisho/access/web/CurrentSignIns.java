package dev.sekisho.access.web;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.access.SignIn;
import dev.sekisho.access.SignIns;
import dev.sekisho.cluster.ClusterException;

/**
 * Who a browser's secret stands for now. A token that the API server no longer takes ends
 * its sign-in; while the API server can't be asked, the sign-in goes on: what it may do
 * is decided there anyway.
 */
@Component
class CurrentSignIns {

	private final SignIns signIns;

	private final Callers callers;

	private final ObjectProvider<TokenRenewal> renewal;

	CurrentSignIns(SignIns signIns, Callers callers, ObjectProvider<TokenRenewal> renewal) {
		this.signIns = signIns;
		this.callers = callers;
		this.renewal = renewal;
	}

	Optional<Caller> find(String secret) {
		return this.signIns.find(secret).flatMap((signIn) -> current(secret, renewed(secret, signIn)));
	}

	private SignIn renewed(String secret, SignIn signIn) {
		TokenRenewal present = this.renewal.getIfAvailable();
		return (present != null) ? present.renewed(secret, signIn) : signIn;
	}

	private Optional<Caller> current(String secret, SignIn signIn) {
		try {
			return Optional.of(this.callers.byToken(signIn.token()));
		}
		catch (CallerRefused ex) {
			this.signIns.end(secret);
			return Optional.empty();
		}
		catch (ClusterException ex) {
			return this.callers.asRemembered(signIn);
		}
	}

}
