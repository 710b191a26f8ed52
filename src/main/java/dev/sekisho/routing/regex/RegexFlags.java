package dev.sekisho.routing.regex;

/**
 * Flags that change what characters mean.
 *
 * @param ignoreCase whether case doesn't matter: {@code i}
 * @param dotMatchesNewline whether a dot is a line break, too: {@code s}
 */
record RegexFlags(boolean ignoreCase, boolean dotMatchesNewline) {

	/** How a regex begins. */
	static final RegexFlags NONE = new RegexFlags(false, false);

	/**
	 * Reads flags after {@code (?}, up to the colon or parenthesis that ends them.
	 * @param scanner stands at the first flag, and then at what ends them
	 * @return the flags
	 * @throws RegexSyntaxException if something else stands there
	 */
	RegexFlags read(RegexScanner scanner) throws RegexSyntaxException {
		boolean on = true;
		boolean seen = false;
		boolean caseFlag = this.ignoreCase;
		boolean dotFlag = this.dotMatchesNewline;
		while (!scanner.atEnd()) {
			char flag = scanner.peek();
			if ((flag == ':' || flag == ')') && (on || seen)) {
				return new RegexFlags(caseFlag, dotFlag);
			}
			if ("imsU".indexOf(flag) < 0 && !(flag == '-' && on)) {
				break;
			}
			scanner.skip(1);
			caseFlag = (flag == 'i') ? on : caseFlag;
			dotFlag = (flag == 's') ? on : dotFlag;
			on &= flag != '-';
			seen = flag != '-';
		}
		throw new RegexSyntaxException("invalid or unsupported Perl syntax");
	}

}
