package dev.sekisho.cluster;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the start in two lines what is wrong with the settings, instead of a stack
 * trace.
 */
class NotAttachedAnalyzer extends AbstractFailureAnalyzer<NotAttached> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NotAttached cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
