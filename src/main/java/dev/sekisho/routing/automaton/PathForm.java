package dev.sekisho.routing.automaton;

/**
 * The paths that the gateway's path normalisation leaves as they are.
 */
public final class PathForm implements Automaton {

	private static final int START = 0;

	private static final int SLASH = 1;

	private static final int DOT = 2;

	private static final int DOTS = 3;

	private static final int INSIDE = 4;

	private static final int PERCENT = 5;

	private static final int HEX = 6;

	private final boolean normalized;

	private final boolean merged;

	private final boolean decoded;

	/**
	 * Describes a normalisation.
	 * @param normalized whether dot segments and escapes are resolved
	 * @param merged whether adjacent slashes are merged
	 * @param decoded whether escaped slashes are decoded
	 */
	public PathForm(boolean normalized, boolean merged, boolean decoded) {
		this.normalized = normalized;
		this.merged = merged;
		this.decoded = decoded;
	}

	@Override
	public int start() {
		return START;
	}

	@Override
	public int step(int state, char ch) {
		if (state == START) {
			return (ch == '/') ? SLASH : DEAD;
		}
		if (!this.normalized) {
			return INSIDE;
		}
		return switch (state) {
			case SLASH -> (ch == '/' && this.merged) ? DEAD : plain(ch, DOT);
			case DOT -> (ch == '/' || ch == ';') ? DEAD : plain(ch, DOTS);
			case DOTS -> (ch == '/' || ch == ';') ? DEAD : plain(ch, INSIDE);
			case PERCENT -> (Character.digit(ch, 16) >= 0) ? HEX + Character.digit(ch, 16) : plain(ch, INSIDE);
			case INSIDE -> plain(ch, INSIDE);
			default -> afterHex(state - HEX, ch);
		};
	}

	@Override
	public boolean accepts(int state) {
		return state != START && (!this.normalized || (state != DOT && state != DOTS));
	}

	@Override
	public int classOf(char ch) {
		return ch;
	}

	private int plain(char ch, int onDot) {
		return switch (ch) {
			case '/' -> SLASH;
			case '.' -> onDot;
			case '%' -> PERCENT;
			case '\\', '"', '<', '>', '^', '`', '{', '|', '}' -> DEAD;
			default -> (ch >= 0x7F) ? DEAD : INSIDE;
		};
	}

	private int afterHex(int high, char ch) {
		int low = Character.digit(ch, 16);
		if (low < 0) {
			return plain(ch, INSIDE);
		}
		int value = high * 16 + low;
		boolean unreserved = Character.isLetterOrDigit(value) && value < 0x80;
		boolean resolved = unreserved || value == 0 || "-_~.".indexOf(value) >= 0
				|| (this.decoded && (value == '/' || value == '\\'));
		return resolved ? DEAD : INSIDE;
	}

}
