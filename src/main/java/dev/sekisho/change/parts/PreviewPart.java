package dev.sekisho.change.parts;

/**
 * What a draft or change would do, as pages show it.
 *
 * @param verdict the sentence above everything
 * @param impact what becomes of requests
 * @param checks what the checks found
 * @param diff what becomes of the VirtualService
 */
public record PreviewPart(VerdictPart verdict, ImpactPart impact, CheckPart checks, DiffPart diff) {

}
