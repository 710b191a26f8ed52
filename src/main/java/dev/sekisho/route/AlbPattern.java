package dev.sekisho.route;

import java.util.Locale;

/**
 * A pattern of a load balancer's rule: {@code *} stands for any characters, {@code ?} for
 * one.
 *
 * @param text the pattern
 */
public record AlbPattern(String text) {

	private static final int LONGEST = 512;

	/**
	 * A pattern for host names, which are compared without case.
	 * @param host the host or a wildcard; empty for any
	 * @return the pattern
	 */
	public static AlbPattern ofHost(String host) {
		return new AlbPattern(host.isEmpty() ? "*" : host.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a text is one of those the pattern stands for.
	 * @param actual the text
	 * @return {@code true} if it is
	 */
	public boolean matches(String actual) {
		int at = 0;
		int position = 0;
		int star = -1;
		int resume = 0;
		while (position < actual.length()) {
			if (at < this.text.length() && this.text.charAt(at) == '*') {
				star = at++;
				resume = position;
			}
			else if (at < this.text.length()
					&& (this.text.charAt(at) == '?' || this.text.charAt(at) == actual.charAt(position))) {
				at++;
				position++;
			}
			else if (star >= 0) {
				at = star + 1;
				position = ++resume;
			}
			else {
				return false;
			}
		}
		return this.text.substring(at).chars().allMatch((rest) -> rest == '*');
	}

	/**
	 * Whether there is a text that both patterns stand for.
	 * @param other another pattern
	 * @return {@code true} if there is one, or if the patterns are too long to tell
	 */
	public boolean meets(AlbPattern other) {
		String one = this.text;
		String two = other.text;
		if (one.length() > LONGEST || two.length() > LONGEST) {
			return true;
		}
		boolean[] row = new boolean[two.length() + 1];
		row[two.length()] = true;
		for (int right = two.length() - 1; right >= 0 && two.charAt(right) == '*'; right--) {
			row[right] = true;
		}
		for (int left = one.length() - 1; left >= 0; left--) {
			row = row(one.charAt(left), two, row);
		}
		return row[0];
	}

	// What of the other pattern can stand together with the rest of this one, from the
	// end.
	private static boolean[] row(char mine, String two, boolean[] below) {
		boolean[] row = new boolean[two.length() + 1];
		row[two.length()] = mine == '*' && below[two.length()];
		for (int right = two.length() - 1; right >= 0; right--) {
			char theirs = two.charAt(right);
			if (mine == '*' || theirs == '*') {
				row[right] = below[right] || row[right + 1];
			}
			else {
				row[right] = (mine == '?' || theirs == '?' || mine == theirs) && below[right + 1];
			}
		}
		return row;
	}

	/**
	 * Whether this pattern stands for every text that begins with something.
	 * @param prefix the beginning
	 * @return {@code true} if it does, as far as can be told from a closing {@code *}
	 */
	public boolean coversPrefix(String prefix) {
		return this.text.endsWith("*") && new AlbPattern(this.text).matches(prefix);
	}

}
