package dev.sekisho.sandbox.server;

import dev.sekisho.sandbox.access.AccessQuestion;
import dev.sekisho.sandbox.access.Rbac;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * Enforces what Sekisho's four foundation policies enforce on a real cluster: people are
 * who they say, changes and reviews can't be changed, who approves may approve. The rules
 * and their words are those of the chart's policies; a contract test compares.
 */
final class Admission {

	private static final String AUTHOR = "sekisho-change-author";

	private static final String IMMUTABLE = "sekisho-change-immutable";

	private static final String IDENTITY = "sekisho-review-identity";

	private static final String APPROVE = "sekisho-review-approve";

	private static final String GROUP = "sekisho.dev";

	private final Rbac rbac;

	Admission(Rbac rbac) {
		this.rbac = rbac;
	}

	/**
	 * Refuses a write that a policy denies.
	 * @param write the write
	 */
	void check(PolicyRequest write) {
		ResourceType type = write.type();
		if (type.qualifiedName().equals("routechanges." + GROUP)) {
			if (write.creates()) {
				checkNewChange(write);
			}
			else {
				checkChange(write);
			}
		}
		else if (type.qualifiedName().equals("routereviews." + GROUP)) {
			if (write.creates()) {
				checkNewReview(write);
				checkApproval(write);
			}
			else {
				checkReview(write);
			}
		}
	}

	private static void checkNewChange(PolicyRequest write) {
		String user = write.user().username();
		write.require(write.spec("author", "username").equals(user), AUTHOR,
				"spec.author.username must be your own user name, " + user);
		write.require(write.ownUid("author"), AUTHOR, "spec.author.uid must be your own uid, or empty");
		write.require(write.metadata("ownerReferences").isEmpty() && write.metadata("finalizers").isEmpty(), AUTHOR,
				"a change can't have ownerReferences or finalizers");
	}

	private static void checkChange(PolicyRequest write) {
		write.require(write.sameSpec(), IMMUTABLE,
				"the spec of a change never changes; create a new RouteChange that supersedes this one");
		write.require(!write.onStatus() || write.byPortal(), IMMUTABLE, "only Sekisho writes the status of a change");
		write.require(write.onStatus() || write.sameMetadata() || write.byPortal() || write.ending(), IMMUTABLE,
				"only Sekisho writes the metadata of a change");
	}

	private static void checkNewReview(PolicyRequest write) {
		String user = write.user().username();
		boolean withdrawn = write.spec("verdict").equals("Withdrawn");
		boolean byAuthor = write.spec("change", "author").equals(user);
		write.require(write.spec("reviewer", "username").equals(user), IDENTITY,
				"spec.reviewer.username must be your own user name, " + user);
		write.require(write.ownUid("reviewer"), IDENTITY, "spec.reviewer.uid must be your own uid, or empty");
		write.require(Metadata.name(write.object()).equals(write.spec("change", "uid")), IDENTITY,
				"a review's name must be the UID of the change, as in spec.change.uid");
		write.require(!withdrawn || byAuthor, IDENTITY, "only its author can withdraw a change");
		write.require(withdrawn || !byAuthor, IDENTITY, "authors can't review their own changes");
		write.require(write.metadata("finalizers").isEmpty() && write.ownedByItsChangeAlone(), IDENTITY,
				"a review's only owner is its change, neither as controller nor blocking, and it has no finalizers");
	}

	private void checkApproval(PolicyRequest write) {
		if (write.spec("verdict").equals("Withdrawn")) {
			return;
		}
		String gateway = write.spec("sharedGateway", "name");
		write.require(!write.byPortal(), APPROVE, "Sekisho doesn't review changes itself");
		// no namespace: a RoleBinding in a team's namespace must not be enough
		AccessQuestion question = AccessQuestion.about("approve", GROUP, "sharedgateways", "", gateway);
		write.require(this.rbac.allows(write.user(), question), APPROVE,
				"you need the verb approve on the SharedGateway " + gateway);
	}

	private static void checkReview(PolicyRequest write) {
		write.require(write.sameSpec(), IDENTITY, "a review never changes");
		write.require(write.sameMetadata() || write.byPortal() || write.ending(), IDENTITY,
				"only Sekisho writes the metadata of a review");
	}

}
