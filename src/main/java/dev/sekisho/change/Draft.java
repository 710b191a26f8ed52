package dev.sekisho.change;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * What somebody wants: a VirtualService as it shall be, a form, or none any more.
 *
 * @param virtualService the VirtualService it is about
 * @param manifest the VirtualService as it shall be; {@code null} for a form or a delete
 * @param form the form; {@code null} for a manifest or a delete
 * @param sharedGateway the shared gateway; empty to find it by the gateways named
 */
public record Draft(ObjectKey virtualService, @Nullable Manifest manifest, @Nullable RouteForm form,
		String sharedGateway) {

	/**
	 * A manifest.
	 * @param manifest the manifest
	 * @param sharedGateway the shared gateway; may be empty
	 * @return the draft
	 */
	public static Draft of(Manifest manifest, String sharedGateway) {
		return new Draft(manifest.key(), manifest, null, sharedGateway);
	}

	/**
	 * A form; what it can't show is kept from the live VirtualService.
	 * @param form the form
	 * @param sharedGateway the shared gateway; may be empty
	 * @return the draft
	 * @throws InputRefused if the form has problems
	 */
	public static Draft of(RouteForm form, String sharedGateway) {
		if (!form.problems().isEmpty()) {
			throw new InputRefused(form.problems());
		}
		return new Draft(new ObjectKey(form.namespace(), form.name()), null, form, sharedGateway);
	}

	/**
	 * A delete.
	 * @param virtualService what to delete
	 * @param sharedGateway the shared gateway; may be empty
	 * @return the draft
	 */
	public static Draft delete(ObjectKey virtualService, String sharedGateway) {
		return new Draft(virtualService, null, null, sharedGateway);
	}

	/**
	 * Whether nothing shall be left.
	 * @return {@code true} for a delete
	 */
	public boolean deletes() {
		return this.manifest == null && this.form == null;
	}

}
