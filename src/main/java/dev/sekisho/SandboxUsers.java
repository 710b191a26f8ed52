package dev.sekisho;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sekisho.access.OfferedUsers;
import dev.sekisho.access.OfferedUsers.OfferedUser;
import dev.sekisho.sandbox.Sandbox;

/**
 * Offers the people of a running sandbox on the sign-in page. The modules don't know each
 * other; this is where they meet.
 */
@Configuration(proxyBeanMethods = false)
class SandboxUsers {

	@Bean
	OfferedUsers offeredUsers(ObjectProvider<Sandbox> sandbox) {
		return () -> sandbox.stream()
			.flatMap((running) -> running.people().stream())
			.map((person) -> new OfferedUser(person.username(), person.token(), person.namespaces(), person.reviewer()))
			.toList();
	}

}
