package dev.sekisho.access;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;

import static org.assertj.core.api.Assertions.assertThat;

class AttendanceTests {

	private final Caller alice = caller("team");

	private final Callers callers = Mockito.mock(Callers.class);

	private final Rights rights = Mockito.mock(Rights.class);

	private final AtomicBoolean signedIn = new AtomicBoolean(true);

	private final Attendance attendance = new Attendance(this.alice, this.callers, this.rights, this.signedIn::get,
			() -> {
			});

	AttendanceTests() {
		Mockito.when(this.callers.byToken("token")).thenReturn(this.alice);
		sees("orders", "payments");
	}

	@Test
	void staysAsLongAsNothingIsTakenAway() {
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.HERE);
		sees("orders", "payments", "shipping");
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.HERE);
	}

	@Test
	void noticesThatSomethingIsNoLongerVisible() {
		this.attendance.look();
		sees("orders");
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.SEES_LESS);
	}

	@Test
	void noticesThatNotEverythingIsVisibleAnyMore() {
		Mockito.when(this.rights.visibility(this.alice)).thenReturn(Visibility.ALL);
		this.attendance.look();
		sees("orders", "payments");
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.SEES_LESS);
	}

	@Test
	void leavesWithTheSignIn() {
		this.signedIn.set(false);
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.LEFT);
	}

	@Test
	void leavesWithTheToken() {
		Mockito.when(this.callers.byToken("token")).thenThrow(new CallerRefused(CallerRefused.Reason.INVALID));
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.LEFT);
	}

	@Test
	void isSomebodyElseInOtherGroups() {
		Mockito.when(this.callers.byToken("token")).thenReturn(caller("another-team"));
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.LEFT);
	}

	@Test
	void staysWhileTheApiServerCannotBeAsked() {
		Mockito.when(this.callers.byToken("token")).thenThrow(failure(ClusterException.Reason.UNAVAILABLE));
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.HERE);
	}

	@Test
	void leavesWhenTheApiServerNoLongerTakesTheToken() {
		Mockito.when(this.rights.visibility(this.alice)).thenThrow(failure(ClusterException.Reason.UNAUTHENTICATED));
		assertThat(this.attendance.look()).isEqualTo(Attendance.State.LEFT);
	}

	private void sees(String... namespaces) {
		Mockito.when(this.rights.visibility(this.alice)).thenReturn(new Visibility(false, Set.of(namespaces)));
	}

	private static ClusterException failure(ClusterException.Reason reason) {
		return new ClusterException(reason, "so it is", List.of(), null, null);
	}

	private static Caller caller(String group) {
		return new Caller(new Identity("alice", "1", Set.of(group)), new Credential.Token("token"));
	}

}
