package dev.sekisho;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of faults in {@code docs/reliability.md}: each row names tests that exist.
 */
class ReliabilityDocsTests {

	// Those of the design; how fast it is has a document of its own.
	private static final int FAULTS = 20;

	private static final int SIZE = 17;

	@Test
	void hasARowForEachFault() throws IOException {
		assertThat(TestTable.in("reliability.md").numbers()).hasSize(FAULTS - 1)
			.isSorted()
			.doesNotHaveDuplicates()
			.doesNotContain(SIZE)
			.endsWith(FAULTS);
	}

	@Test
	void namesTestsThatExist() throws IOException {
		TestTable.in("reliability.md").assertThatItsTestsExist();
	}

}
