package dev.sekisho.routing.condition;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.MeshSettings.PathNormalization;

/**
 * Rewrites a request target before routing, as Envoy's connection manager does with the
 * settings that istiod gives it: first escaped slashes, then dot segments and escapes,
 * then adjacent slashes.
 */
final class PathNormalizer {

	private static final String ESCAPED = " \"#<>?^`{|}";

	private final PathNormalization mode;

	PathNormalizer(PathNormalization mode) {
		this.mode = mode;
	}

	/**
	 * Normalises a target.
	 * @param target path and query as bytes
	 * @return the target that is routed; {@code null} if the gateway refuses it
	 */
	@Nullable String normalize(String target) {
		int fragment = target.indexOf('#');
		String whole = (fragment < 0) ? target : target.substring(0, fragment);
		if (this.mode == PathNormalization.NONE) {
			return whole;
		}
		int query = whole.indexOf('?');
		String path = (query < 0) ? whole : whole.substring(0, query);
		if (this.mode == PathNormalization.DECODE_AND_MERGE_SLASHES) {
			path = unescapeSlashes(path);
		}
		path = new Canonical(path).result();
		if (path == null) {
			return null;
		}
		if (this.mode != PathNormalization.DEFAULT && this.mode != PathNormalization.BASE) {
			path = mergeSlashes(path);
		}
		return (query < 0) ? path : path + whole.substring(query);
	}

	private static String unescapeSlashes(String path) {
		return path.replace("%2F", "/").replace("%2f", "/").replace("%5C", "\\").replace("%5c", "\\");
	}

	private static String mergeSlashes(String path) {
		if (!path.contains("//")) {
			return path;
		}
		StringBuilder merged = new StringBuilder(path.startsWith("/") ? "/" : "");
		boolean first = true;
		for (String segment : path.split("/")) {
			if (!segment.isEmpty()) {
				merged.append(first ? "" : "/").append(segment);
				first = false;
			}
		}
		return merged.append(path.endsWith("/") ? "/" : "").toString();
	}

	/**
	 * One run over a path, after the URL canonicaliser that Envoy uses.
	 */
	private static final class Canonical {

		private final String path;

		private final StringBuilder out = new StringBuilder();

		private int at;

		private boolean valid = true;

		Canonical(String path) {
			this.path = path;
		}

		@Nullable String result() {
			while (this.at < this.path.length()) {
				int dot = dotLength(this.at);
				if (dot > 0) {
					acceptDot(dot);
				}
				else {
					acceptChar(this.path.charAt(this.at));
				}
			}
			return this.valid ? this.out.toString() : null;
		}

		private int dotLength(int index) {
			if (this.path.startsWith(".", index)) {
				return 1;
			}
			return (this.path.regionMatches(true, index, "%2e", 0, 3)) ? 3 : 0;
		}

		private void acceptDot(int length) {
			boolean startsSegment = this.out.length() > 0 && this.out.charAt(this.out.length() - 1) == '/';
			int after = this.at + length;
			if (startsSegment && endsSegment(after)) {
				this.at = afterSegment(after);
				return;
			}
			int second = dotLength(after);
			if (startsSegment && second > 0 && endsSegment(after + second)) {
				this.at = afterSegment(after + second);
				backUp();
				return;
			}
			this.out.append('.');
			this.at += length;
		}

		private boolean endsSegment(int index) {
			return index >= this.path.length() || "/\\;".indexOf(this.path.charAt(index)) >= 0;
		}

		private int afterSegment(int index) {
			int end = index;
			while (end < this.path.length() && this.path.charAt(end) != '/' && this.path.charAt(end) != '\\') {
				end++;
			}
			return Math.min(end + 1, this.path.length());
		}

		private void backUp() {
			int slash = this.out.length() - 1;
			if (slash > 0) {
				slash = this.out.lastIndexOf("/", slash - 1);
				this.out.setLength(Math.max(slash, 0) + 1);
			}
		}

		private void acceptChar(char ch) {
			this.at++;
			if (ch == '\\') {
				this.out.append('/');
			}
			else if (ch == '%') {
				acceptEscape();
			}
			else if (ch < 0x20 || ch >= 0x7F || ESCAPED.indexOf(ch) >= 0) {
				this.valid &= ch != 0;
				this.out.append(String.format(Locale.ROOT, "%%%02X", (int) ch));
			}
			else {
				this.out.append(ch);
			}
		}

		private void acceptEscape() {
			int value = hexAt(this.at);
			if (value < 0) {
				this.out.append('%');
				return;
			}
			if (isUnreserved(value)) {
				this.out.append((char) value);
			}
			else {
				this.out.append('%').append(this.path, this.at, this.at + 2);
				this.valid &= value != 0;
			}
			this.at += 2;
		}

		private int hexAt(int index) {
			if (index + 2 > this.path.length()) {
				return -1;
			}
			int high = hexDigit(this.path.charAt(index));
			int low = hexDigit(this.path.charAt(index + 1));
			return (high < 0 || low < 0) ? -1 : high * 16 + low;
		}

		private static int hexDigit(char ch) {
			return (ch < 0x80) ? Character.digit(ch, 16) : -1;
		}

		private static boolean isUnreserved(int value) {
			return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9')
					|| value == '-' || value == '_' || value == '~';
		}

	}

}
