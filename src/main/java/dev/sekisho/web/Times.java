package dev.sekisho.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Times as pages show them before the browser turns them to the reader's time zone;
 * templates know it as {@code times}.
 */
public class Times {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");

	private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z");

	private final ZoneId zone;

	Times(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * The time of day.
	 * @param instant when
	 * @return such as {@code 12:04:31}
	 */
	public String clock(Instant instant) {
		return CLOCK.format(instant.atZone(this.zone));
	}

	/**
	 * The day.
	 * @param instant when
	 * @return such as {@code 2026-02-11}
	 */
	public String date(Instant instant) {
		return DATE.format(instant.atZone(this.zone));
	}

	/**
	 * Day, time and time zone.
	 * @param instant when
	 * @return such as {@code 2026-02-11 12:04:31 JST}
	 */
	public String full(Instant instant) {
		return BOTH.format(instant.atZone(this.zone));
	}

}
