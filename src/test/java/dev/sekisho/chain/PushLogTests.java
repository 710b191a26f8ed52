package dev.sekisho.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sekisho.cluster.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PushLogTests {

	private static final Instant START = Instant.parse("2026-11-25T06:00:00Z");

	private static final ObjectKey POD = new ObjectKey("istio-ingress", "gateway-1.a");

	private final PushLog log = new PushLog();

	@Test
	void aProxyThatTookTheLastPushIsAcknowledged() {
		assertThat(take(START, "1", "1")).isEqualTo(new Pushes.Push(true, null));
	}

	@Test
	void aProxyHasTimeToAnswer() {
		take(START, "1", "1");
		assertThat(take(START.plusSeconds(10), "2", "1")).isEqualTo(new Pushes.Push(false, null));
		assertThat(take(START.plusSeconds(14), "2", "1")).isEqualTo(new Pushes.Push(false, null));
		assertThat(take(START.plusSeconds(15), "2", "1")).isEqualTo(new Pushes.Push(false, START.plusSeconds(10)));
	}

	@Test
	void furtherPushesThatAreRefusedDontBeginAnew() {
		take(START, "2", "1");
		assertThat(take(START.plusSeconds(6), "3", "1")).isEqualTo(new Pushes.Push(false, START));
		assertThat(take(START.plusSeconds(9), "9", "1")).isEqualTo(new Pushes.Push(false, START));
	}

	@Test
	void aBusyProxyThatGoesOnTakingPushesDoesntRefuse() {
		for (int second = 0; second < 60; second += 10) {
			assertThat(take(START.plusSeconds(second), "s" + (second + 1), "s" + second))
				.isEqualTo(new Pushes.Push(false, null));
		}
	}

	@Test
	void aCorrectedProxyIsForgiven() {
		take(START, "2", "1");
		take(START.plusSeconds(10), "2", "1");
		assertThat(take(START.plusSeconds(20), "3", "3")).isEqualTo(new Pushes.Push(true, null));
		assertThat(take(START.plusSeconds(21), "4", "3")).isEqualTo(new Pushes.Push(false, null));
	}

	@Test
	void takesTheAnswersOfSeveralIstiodsTogether() {
		assertThat(this.log.take(bytes(answer("a.x", "1", "1"), answer("b.x", "2", "2")), START).routes())
			.containsOnlyKeys(new ObjectKey("x", "a"), new ObjectKey("x", "b"));
	}

	@Test
	void leavesOutWhatIsOdd() {
		assertThat(this.log
			.take(bytes("[{\"proxy\": 7}, 3, null, {\"proxy\": \"nodot\", \"route_sent\": \"1\"}, {\"proxy\": \".\", "
					+ "\"route_sent\": \"1\"}, {\"proxy\": \"a.b\", \"route_sent\": {}}, {}]"), START)
			.routes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "{}", "\"x\"", "[{]", "[1", "null" })
	void refusesWhatIsNoListOfProxies(String answer) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.log.take(bytes(answer), START));
	}

	@Test
	void refusesAbsurdDepthAndLength() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.log.take(bytes("[".repeat(200_000)), START));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.log.take(bytes("[" + "1,".repeat(20_001) + "1]"), START));
	}

	private Pushes.Push take(Instant at, String sent, String taken) {
		return this.log.take(bytes(answer(POD.name() + "." + POD.namespace(), sent, taken)), at).routes().get(POD);
	}

	private static String answer(String proxy, String sent, String taken) {
		return "[{\"proxy\": \"%s\", \"route_sent\": \"%s\", \"route_acked\": \"%s\"}]".formatted(proxy, sent, taken);
	}

	private static List<byte[]> bytes(String... answers) {
		return Arrays.stream(answers).map((answer) -> answer.getBytes(StandardCharsets.UTF_8)).toList();
	}

}
