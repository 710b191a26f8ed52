package dev.sekisho.routing.regex;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a regex as Go and RE2 do, which have the same author and the same rules save for
 * what {@link RegexDialect} says.
 */
final class RegexReader {

	private static final int MOST_REPEATS = 1000;

	private static final int UNREADABLE = 100_000_000;

	private static final Pattern CAPTURE_NAME = Pattern.compile("[A-Za-z0-9_]+");

	private static final Pattern COUNT = Pattern.compile("\\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\\}");

	private final RegexDialect dialect;

	private final RegexScanner scanner;

	private final RegexClasses classes;

	private final Deque<RegexFrame> outer = new ArrayDeque<>();

	private RegexFrame frame = new RegexFrame(false, RegexFlags.NONE);

	private RegexFlags flags = RegexFlags.NONE;

	private boolean repeated;

	private RegexReader(String regex, RegexDialect dialect) {
		this.dialect = dialect;
		this.scanner = new RegexScanner(regex, dialect);
		this.classes = new RegexClasses(this.scanner, dialect);
	}

	static RegexTree read(String regex, RegexDialect dialect) throws RegexSyntaxException {
		return new RegexReader(regex, dialect).read();
	}

	private RegexTree read() throws RegexSyntaxException {
		while (!this.scanner.atEnd()) {
			boolean repetition = repetition();
			if (!repetition) {
				token();
			}
			this.repeated = repetition;
		}
		if (!this.outer.isEmpty()) {
			throw new RegexSyntaxException("missing closing )");
		}
		return this.frame.tree();
	}

	private void token() throws RegexSyntaxException {
		switch (this.scanner.peek()) {
			case '(' -> open();
			case ')' -> close();
			case '|' -> {
				this.scanner.skip(1);
				this.frame.nextBranch();
			}
			case '^', '$' -> place(1);
			case '.' -> {
				this.scanner.skip(1);
				add(ByteClass.any(this.flags.dotMatchesNewline()));
			}
			case '[' -> add(this.classes.brackets(this.flags.ignoreCase()));
			case '\\' -> escape();
			default -> literal(this.scanner.take());
		}
	}

	private void literal(int point) {
		add(ByteClass.of(point, this.flags.ignoreCase()));
	}

	private void add(BitSet bytes) {
		this.frame.add(new RegexTree.OneByte(bytes));
	}

	private void place(int length) {
		this.scanner.skip(length);
		this.frame.add(new RegexTree.Place());
	}

	private void escape() throws RegexSyntaxException {
		switch (this.scanner.peek(1)) {
			case 'A', 'b', 'B', 'z' -> place(2);
			case 'Q' -> quoted();
			default -> {
				BitSet named = this.classes.named();
				if (named != null) {
					ByteClass.fold(named, this.flags.ignoreCase());
					add(named);
				}
				else {
					literal(this.scanner.escape());
				}
			}
		}
	}

	private void quoted() {
		this.scanner.skip(2);
		int end = this.scanner.indexOf("\\E");
		int stop = (end < 0) ? this.scanner.length() : end;
		while (this.scanner.position() < stop) {
			literal(this.scanner.take());
		}
		this.scanner.skip((end < 0) ? 0 : 2);
	}

	// Reads *, +, ? or {n,m}; a brace that isn't a count is a character.
	private boolean repetition() throws RegexSyntaxException {
		switch (this.scanner.peek()) {
			case '*' -> repeat(1, 0, -1);
			case '+' -> repeat(1, 1, -1);
			case '?' -> repeat(1, 0, 1);
			case '{' -> {
				return counted();
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean counted() throws RegexSyntaxException {
		String count = this.scanner.upTo("}", 0);
		Matcher numbers = COUNT.matcher(count);
		if (!numbers.matches()) {
			return false;
		}
		int min = number(numbers.group(1));
		int max = (numbers.group(2) == null) ? min : ((numbers.group(3) == null) ? -1 : number(numbers.group(3)));
		if (min > MOST_REPEATS || max > MOST_REPEATS || (max >= 0 && min > max)) {
			throw new RegexSyntaxException("invalid repeat count");
		}
		repeat(count.length(), min, max);
		return true;
	}

	private void repeat(int length, int min, int max) throws RegexSyntaxException {
		this.scanner.skip(length);
		boolean greedy = this.scanner.peek() != '?';
		this.scanner.skip(greedy ? 0 : 1);
		if (this.repeated) {
			throw new RegexSyntaxException("invalid nested repetition operator");
		}
		if (this.frame.hasNothingToRepeat()) {
			throw new RegexSyntaxException("missing argument to repetition operator");
		}
		RegexTree part = this.frame.removeLast();
		RegexTree.Repeat repeat = new RegexTree.Repeat(part, min, max);
		if ((min >= 2 || max >= 2) && !repeat.repeatsWithin(MOST_REPEATS, this.dialect)) {
			throw new RegexSyntaxException("invalid repeat count");
		}
		this.frame.add(repeat);
	}

	private static int number(String digits) {
		return (digits.length() > 8) ? UNREADABLE : Integer.parseInt(digits);
	}

	private void open() throws RegexSyntaxException {
		if (this.scanner.peek(1) != '?') {
			this.scanner.skip(1);
			enter(true, this.flags);
		}
		else if (this.scanner.startsWith("(?P<") || this.scanner.startsWith("(?<")) {
			this.scanner.skip(this.scanner.startsWith("(?P<") ? 4 : 3);
			int end = this.scanner.indexOf(">");
			String name = (end < 0) ? "" : this.scanner.takeTo(end);
			if (!CAPTURE_NAME.matcher(name).matches()) {
				throw new RegexSyntaxException("invalid named capture");
			}
			this.scanner.skip(1);
			enter(true, this.flags);
		}
		else {
			openWithFlags();
		}
	}

	private void openWithFlags() throws RegexSyntaxException {
		this.scanner.skip(2);
		RegexFlags changed = this.flags.read(this.scanner);
		if (this.scanner.take() == ':') {
			enter(false, changed);
		}
		this.flags = changed;
	}

	private void enter(boolean capture, RegexFlags inner) {
		this.outer.push(this.frame);
		this.frame = new RegexFrame(capture, this.flags);
		this.flags = inner;
	}

	private void close() throws RegexSyntaxException {
		if (this.outer.isEmpty()) {
			throw new RegexSyntaxException("unexpected )");
		}
		this.scanner.skip(1);
		RegexTree tree = this.frame.tree();
		this.flags = this.frame.outerFlags();
		this.frame = this.outer.pop();
		this.frame.add(tree);
	}

}
