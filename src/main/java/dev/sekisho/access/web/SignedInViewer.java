package dev.sekisho.access.web;

import java.util.Optional;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Callers;
import dev.sekisho.access.PresentCaller;
import dev.sekisho.access.Rights;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.web.Viewer;
import dev.sekisho.web.ViewerSource;

/**
 * Who is signed in, and in a few words what they may do.
 */
@Component
class SignedInViewer implements ViewerSource {

	private static final int MOST_NAMES = 3;

	private final Rights rights;

	private final Callers callers;

	private final MessageSource messages;

	SignedInViewer(Rights rights, Callers callers, MessageSource messages) {
		this.rights = rights;
		this.callers = callers;
		this.messages = messages;
	}

	@Override
	public Optional<Viewer> viewer() {
		return PresentCaller.find()
			.map((caller) -> new Viewer(caller.username(), detail(caller), !this.callers.single()));
	}

	private String detail(Caller caller) {
		try {
			if (!this.rights.reviewedGateways(caller).isEmpty()) {
				return text("access.viewer.reviewer");
			}
			Set<String> namespaces = this.rights.authorNamespaces(caller);
			return namespaces.isEmpty() ? text("access.viewer.reader") : names(namespaces);
		}
		catch (ClusterException ex) {
			return "";
		}
	}

	private String names(Set<String> namespaces) {
		String first = String.join(", ", namespaces.stream().limit(MOST_NAMES).toList());
		int more = namespaces.size() - MOST_NAMES;
		return (more > 0) ? text("access.viewer.more", first, more) : first;
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
