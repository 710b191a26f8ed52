package dev.sekisho.routing.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Durations as Go writes them ({@code time.ParseDuration}), which both the schema's CEL
 * rule and istiod read: {@code 1h30m}, {@code 0.5ms}.
 */
final class GoDuration {

	static final long MILLISECOND = 1_000_000;

	static final long SECOND = 1_000 * MILLISECOND;

	private static final Pattern PART = Pattern.compile("([0-9]*)(?:\\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)");

	private static final Map<String, Long> UNITS = Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "μs", 1_000L, "ms",
			MILLISECOND, "s", SECOND, "m", 60 * SECOND, "h", 3_600 * SECOND);

	private static final int LONGEST = 10_000;

	private GoDuration() {
	}

	/**
	 * Reads a duration.
	 * @param text the text
	 * @return nanoseconds, {@code null} if the text isn't a duration
	 */
	static @Nullable Long parse(String text) {
		boolean signed = text.startsWith("-") || text.startsWith("+");
		String rest = signed ? text.substring(1) : text;
		if (rest.equals("0")) {
			return 0L;
		}
		if (rest.isEmpty() || rest.length() > LONGEST) {
			return null;
		}
		BigInteger sum = sum(rest);
		if (sum == null || sum.bitLength() >= Long.SIZE) {
			return null;
		}
		return text.startsWith("-") ? -sum.longValue() : sum.longValue();
	}

	private static @Nullable BigInteger sum(String text) {
		Matcher part = PART.matcher(text);
		BigInteger sum = BigInteger.ZERO;
		int at = 0;
		while (at < text.length()) {
			part.region(at, text.length());
			if (!part.lookingAt() || (part.group(1).isEmpty() && isEmpty(part.group(2)))) {
				return null;
			}
			sum = sum.add(nanoseconds(part));
			at = part.end();
		}
		return sum;
	}

	private static BigInteger nanoseconds(Matcher part) {
		String whole = part.group(1).isEmpty() ? "0" : part.group(1);
		String fraction = isEmpty(part.group(2)) ? "0" : part.group(2);
		long unit = UNITS.getOrDefault(part.group(3), 0L);
		return new BigDecimal(whole + "." + fraction).multiply(BigDecimal.valueOf(unit))
			.setScale(0, RoundingMode.DOWN)
			.toBigInteger();
	}

	private static boolean isEmpty(@Nullable String text) {
		return text == null || text.isEmpty();
	}

}
