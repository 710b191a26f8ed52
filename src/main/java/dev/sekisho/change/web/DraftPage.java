package dev.sekisho.change.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Preview.DryRun;
import dev.sekisho.change.parts.DiffPart;
import dev.sekisho.change.parts.PreviewPart;

/**
 * A change before it is sent.
 *
 * @param title what it does, in a few words
 * @param name the VirtualService
 * @param summary the same in a sentence
 * @param input the draft
 * @param preview what it would do; {@code null} if that isn't known
 * @param dryRun what the API server says; {@code null} if it couldn't be asked
 * @param changed what changed in the cluster since the draft was begun; {@code null} if
 * nothing did
 * @param dropped the fields of the manifest that are left out
 * @param errors what is wrong, by control
 * @param problem why it wasn't sent; empty if that wasn't tried
 * @param said the API server's own words about it; empty for none
 * @param off why it can't be sent; empty if it can
 */
record DraftPage(String title, String name, String summary, DraftInput input, @Nullable PreviewPart preview,
		@Nullable DryRun dryRun, @Nullable DiffPart changed, List<String> dropped, Map<String, String> errors,
		String problem, String said, String off) {

}
