package dev.sekisho.chain;

import java.time.Instant;

/**
 * What came of a probe.
 *
 * @param at when it was sent
 * @param method the method
 * @param host the Host
 * @param path path and query
 * @param pod the gateway pod it was sent to
 * @param state healthy if one's own Service answered; unknown if no rule tells whose
 * answer it is
 * @param reason the same in words
 * @param status the status of the answer; 0 if there was none
 * @param millis how long the answer took, in milliseconds
 */
public record ProbeResult(Instant at, String method, String host, String path, String pod, HopState state,
		Reason reason, int status, long millis) {

}
