package dev.sekisho.check.path;

import java.util.List;

import dev.sekisho.check.Rule;

/**
 * The rules of this package.
 */
public final class PathRules {

	/** All of them, in order. */
	public static final List<Rule> ALL = List.of(new RawPrefix(), new PathWithoutSlash(), new PathWithQuery(),
			new MethodCase(), new RegexWithoutPattern(), new NeverMatches(), new CaseOfRegex(), new AfterCatchAll(),
			new SourceMismatch(), new SchemeBehindLoadBalancer(), new RedirectLoop(), new RewriteBreaksPath(),
			new RewriteGroup());

	private PathRules() {
	}

}
