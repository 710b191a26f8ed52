package dev.sekisho.routing.regex;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads classes of a regex: in brackets, or by name.
 */
final class RegexClasses {

	private static final Set<String> POSIX_CLASSES = Set.of("alnum", "alpha", "ascii", "blank", "cntrl", "digit",
			"graph", "lower", "print", "punct", "space", "upper", "word", "xdigit");

	private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)(.*):\\]", Pattern.DOTALL);

	private static final String INVALID_RANGE = "invalid character class range";

	private final RegexScanner scanner;

	private final RegexDialect dialect;

	RegexClasses(RegexScanner scanner, RegexDialect dialect) {
		this.scanner = scanner;
		this.dialect = dialect;
	}

	/**
	 * Reads a class in brackets; the scanner stands at the opening one.
	 * @param ignoreCase whether case doesn't matter
	 * @return its bytes
	 * @throws RegexSyntaxException if it can't be parsed
	 */
	BitSet brackets(boolean ignoreCase) throws RegexSyntaxException {
		this.scanner.skip(1);
		boolean negated = !this.scanner.atEnd() && this.scanner.peek() == '^';
		this.scanner.skip(negated ? 1 : 0);
		BitSet bytes = new BitSet();
		boolean first = true;
		while (first || this.scanner.atEnd() || this.scanner.peek() != ']') {
			first = false;
			BitSet named = named();
			if (named != null) {
				bytes.or(named);
			}
			else {
				range(bytes);
			}
		}
		this.scanner.skip(1);
		ByteClass.fold(bytes, ignoreCase);
		if (negated) {
			bytes.flip(0, ByteClass.SIZE);
		}
		return bytes;
	}

	private void range(BitSet bytes) throws RegexSyntaxException {
		int low = classCharacter();
		int high = low;
		if (!this.scanner.atEnd() && this.scanner.peek() == '-' && this.scanner.has(2) && this.scanner.peek(1) != ']') {
			this.scanner.skip(1);
			high = classCharacter();
			if (high < low) {
				throw new RegexSyntaxException(INVALID_RANGE);
			}
		}
		if (low < ByteClass.SIZE) {
			bytes.set(low, Math.min(high + 1, ByteClass.SIZE));
		}
	}

	private int classCharacter() throws RegexSyntaxException {
		if (this.scanner.atEnd()) {
			throw new RegexSyntaxException("missing closing ]");
		}
		return (this.scanner.peek() == '\\') ? this.scanner.escape() : this.scanner.take();
	}

	/**
	 * Reads a class with a name, such as {@code \d}, {@code \pL} or, in brackets,
	 * {@code [:alpha:]}.
	 * @return its bytes, {@code null} if there is none here
	 * @throws RegexSyntaxException if its name isn't known
	 */
	@Nullable BitSet named() throws RegexSyntaxException {
		if (this.scanner.startsWith("[:")) {
			Matcher posix = POSIX.matcher(this.scanner.upTo(":]", 2));
			return posix.matches() ? posix(posix) : null;
		}
		if (this.scanner.peek() != '\\' || !this.scanner.has(2)) {
			return null;
		}
		char kind = this.scanner.peek(1);
		if (kind == 'p' || kind == 'P') {
			return unicode(kind == 'P');
		}
		BitSet bytes = ByteClass.perl(kind);
		this.scanner.skip((bytes != null) ? 2 : 0);
		return bytes;
	}

	private BitSet posix(Matcher posix) throws RegexSyntaxException {
		this.scanner.skip(posix.end());
		if (!POSIX_CLASSES.contains(posix.group(2))) {
			throw new RegexSyntaxException(INVALID_RANGE);
		}
		return ByteClass.negated(ByteClass.posix(posix.group(2)), !posix.group(1).isEmpty());
	}

	private BitSet unicode(boolean negated) throws RegexSyntaxException {
		this.scanner.skip(2);
		if (this.scanner.atEnd()) {
			throw new RegexSyntaxException(INVALID_RANGE);
		}
		String name = (this.scanner.peek() == '{') ? braced() : Character.toString(this.scanner.take());
		boolean inverted = name.startsWith("^");
		name = inverted ? name.substring(1) : name;
		if (!this.dialect.knows(name)) {
			throw new RegexSyntaxException(INVALID_RANGE);
		}
		return ByteClass.negated(ByteClass.unicode(name), negated != inverted);
	}

	private String braced() throws RegexSyntaxException {
		String name = this.scanner.upTo("}", 0);
		if (name.isEmpty()) {
			throw new RegexSyntaxException(INVALID_RANGE);
		}
		this.scanner.skip(name.length());
		return name.substring(1, name.length() - 1);
	}

}
