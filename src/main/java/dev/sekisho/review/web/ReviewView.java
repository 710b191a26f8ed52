package dev.sekisho.review.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.parts.DiffPart;
import dev.sekisho.change.parts.PreviewPart;
import dev.sekisho.review.Standing;

/**
 * A change as its reviewer sees it.
 *
 * @param namespace its namespace
 * @param name its name
 * @param virtualService the VirtualService it is about
 * @param action what it does to it: {@code Create}, {@code Replace} or {@code Delete}
 * @param title the same in a few words
 * @param author who sent it
 * @param team the author's team
 * @param reason the author's reason; may be empty
 * @param created when it was sent
 * @param age how long ago that was
 * @param phase where it stands
 * @param standing whether the reader can decide on it
 * @param why in a few words why it stands there, where no review says so; may be empty
 * @param diff the difference
 * @param judged what it would do; {@code null} if it is closed or that can't be told
 * @param verdict the review that decided; {@code null} if there is none
 */
record ReviewView(String namespace, String name, String virtualService, String action, String title, String author,
		String team, String reason, Instant created, String age, String phase, Standing standing, String why,
		DiffPart diff, @Nullable Judged judged, @Nullable Verdict verdict) {

	/**
	 * The hash of the impact that is shown.
	 * @return the hash; empty if none is shown
	 */
	String impactHash() {
		return (this.judged != null) ? this.judged.impactHash() : "";
	}

	/**
	 * The generation of the shared gateway that is shown.
	 * @return the generation; 0 if none is shown
	 */
	long gatewayGeneration() {
		return (this.judged != null) ? this.judged.gatewayGeneration() : 0;
	}

	/**
	 * What a change would do.
	 *
	 * @param part the same as any page about a change shows it
	 * @param ticks the findings that have to be acknowledged
	 * @param touched the other teams whose requests move
	 * @param effect what approving writes, and where
	 * @param specHash the hash of the change's spec
	 * @param impactHash the hash of the impact
	 * @param sharedGateway the shared gateway
	 * @param gatewayGeneration its generation
	 * @param asOf until when the state it was computed on is known to be current;
	 * {@code null} if it isn't
	 */
	record Judged(PreviewPart part, List<Tick> ticks, List<TouchedTeam> touched, String effect, String specHash,
			String impactHash, String sharedGateway, long gatewayGeneration, @Nullable Instant asOf) {

		/**
		 * How many boxes aren't ticked.
		 * @return how many
		 */
		public long left() {
			return this.ticks.stream().filter((tick) -> !tick.ticked()).count();
		}

	}

	/**
	 * A finding to acknowledge.
	 *
	 * @param id the finding's id
	 * @param text what is acknowledged
	 * @param ticked whether it is
	 */
	record Tick(String id, String text, boolean ticked) {

	}

	/**
	 * Another team whose requests move.
	 *
	 * @param team its name
	 * @param contact how to reach it; may be empty
	 * @param text what happens to its requests
	 * @param badge the same in one or two words
	 * @param tone how bad that is
	 */
	record TouchedTeam(String team, String contact, String text, String badge, String tone) {

		/**
		 * Where the contact leads.
		 * @return an address that may be linked; empty if the contact is just a text
		 */
		public String link() {
			return (this.contact.startsWith("https://") || this.contact.startsWith("http://")) ? this.contact : "";
		}

	}

	/**
	 * A verdict.
	 *
	 * @param verdict the verdict
	 * @param reviewer who
	 * @param reason why; may be empty
	 * @param created when
	 */
	record Verdict(String verdict, String reviewer, String reason, Instant created) {

	}

}
