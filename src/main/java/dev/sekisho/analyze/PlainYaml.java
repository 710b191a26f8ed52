package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the plain block YAML that kubectl and most generators print, many times faster
 * than a parser of all of YAML. Whatever isn't plain, or is wrong, it leaves to that one.
 */
final class PlainYaml {

	private static final int DEEPEST = 50;

	private final String text;

	private final int end;

	// The line under way: where what it says starts and ends, and in which column.
	private int start;

	private int stop;

	private int column;

	private int after;

	private PlainYaml(String text, int from, int to) {
		this.text = text;
		this.end = to;
		this.after = from;
		this.stop = from;
	}

	/**
	 * Reads a document.
	 * @param text the text around it
	 * @param from where it starts, after the line that marks it
	 * @param to where it ends
	 * @return the map or list; {@code null} if the document isn't plain
	 */
	static @Nullable Object read(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char ch = text.charAt(i);
			if ((ch < ' ' && ch != '\n') || (ch > '~' && (ch < 0xA0 || ch >= 0xD800 || (ch | 1) == 0x2029))) {
				return null;
			}
		}
		try {
			PlainYaml document = new PlainYaml(text, from, to);
			document.next();
			if (document.isOver()) {
				return null;
			}
			Object root = document.block(document.column, 0);
			return document.isOver() ? root : null;
		}
		catch (NotPlainException ex) {
			return null;
		}
	}

	private Object block(int indent, int depth) {
		if (depth > DEEPEST) {
			throw NotPlainException.INSTANCE;
		}
		return isItem() ? sequence(indent, depth) : mapping(indent, depth);
	}

	private Map<String, @Nullable Object> mapping(int indent, int depth) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		while (!isOver() && this.column == indent && !isItem()) {
			int colon = colon();
			String key = this.text.substring(this.start, colon);
			if (!(PlainScalar.of(key) instanceof String) || map.containsKey(key)) {
				throw NotPlainException.INSTANCE;
			}
			int value = skipSpaces(colon + 1);
			map.put(key, (value < this.stop) ? scalar(value, indent) : below(indent, true, depth));
		}
		if (!isOver() && this.column > indent) {
			throw NotPlainException.INSTANCE;
		}
		return map;
	}

	private List<@Nullable Object> sequence(int indent, int depth) {
		List<@Nullable Object> list = new ArrayList<>();
		while (!isOver() && this.column == indent && isItem()) {
			int item = skipSpaces(this.start + 1);
			if (item == this.stop) {
				list.add(below(indent, false, depth));
			}
			else if (isBlock(item)) {
				this.column += item - this.start;
				this.start = item;
				list.add(block(this.column, depth + 1));
			}
			else {
				list.add(scalar(item, indent));
			}
		}
		if (!isOver() && this.column > indent) {
			throw NotPlainException.INSTANCE;
		}
		return list;
	}

	// The value below a key or a dash. Items may stand right below their key.
	private @Nullable Object below(int indent, boolean key, int depth) {
		next();
		if (isOver() || this.column < indent || (this.column == indent && !(key && isItem()))) {
			return null;
		}
		return block(this.column, depth + 1);
	}

	private @Nullable Object scalar(int from, int indent) {
		String value = this.text.substring(from, this.stop);
		if (value.equals("|") || value.equals("|-")) {
			return literal(indent, value.length() == 1);
		}
		Object scalar = switch (value) {
			case "{}" -> new LinkedHashMap<String, Object>();
			case "[]" -> new ArrayList<Object>();
			default -> PlainScalar.of(value);
		};
		next();
		if (!isOver() && this.column > indent) {
			throw NotPlainException.INSTANCE;
		}
		return scalar;
	}

	private String literal(int indent, boolean newline) {
		StringBuilder content = new StringBuilder();
		int margin = -1;
		int line = this.after;
		while (line < this.end) {
			int lineEnd = this.text.indexOf('\n', line);
			int first = skipSpaces(line, Math.min(this.end, (lineEnd < 0) ? this.end : lineEnd));
			boolean blank = first == lineEnd;
			if (lineEnd < 0 || lineEnd >= this.end || (blank && (margin < 0 || first - line > margin))) {
				throw NotPlainException.INSTANCE;
			}
			margin = (margin < 0) ? first - line : margin;
			if (margin <= indent || (!blank && first - line < margin)) {
				break;
			}
			content.append(this.text, blank ? lineEnd : line + margin, lineEnd + 1);
			line = lineEnd + 1;
		}
		this.after = line;
		next();
		int length = content.length();
		while (length > 0 && content.charAt(length - 1) == '\n') {
			length--;
		}
		return content.substring(0, (newline && length > 0) ? length + 1 : length);
	}

	private boolean isBlock(int from) {
		return isDash(from) || PlainScalar.colon(this.text, from, this.stop) >= 0;
	}

	private boolean isItem() {
		return isDash(this.start);
	}

	private boolean isDash(int at) {
		return this.text.charAt(at) == '-' && (at + 1 == this.stop || this.text.charAt(at + 1) == ' ');
	}

	private int colon() {
		int colon = PlainScalar.colon(this.text, this.start, this.stop);
		if (colon < 0) {
			throw NotPlainException.INSTANCE;
		}
		return colon;
	}

	private boolean isOver() {
		return this.start >= this.end;
	}

	// To the next line that isn't empty or a comment.
	private void next() {
		do {
			int line = this.after;
			int lineEnd = (line < this.end) ? this.text.indexOf('\n', line) : this.end;
			this.stop = (lineEnd < 0) ? this.end : Math.min(lineEnd, this.end);
			this.after = this.stop + 1;
			this.start = skipSpaces(line, this.stop);
			this.column = this.start - line;
			if (line >= this.end) {
				this.start = this.end;
				return;
			}
		}
		while (this.start == this.stop || this.text.charAt(this.start) == '#');
		while (this.text.charAt(this.stop - 1) == ' ') {
			this.stop--;
		}
	}

	private int skipSpaces(int from) {
		return skipSpaces(from, this.stop);
	}

	private int skipSpaces(int from, int to) {
		int at = from;
		while (at < to && this.text.charAt(at) == ' ') {
			at++;
		}
		return at;
	}

}
