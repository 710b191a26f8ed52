package dev.sekisho.routing.regex;

import java.util.BitSet;
import java.util.List;

/**
 * A parsed regex over bytes.
 */
sealed interface RegexTree {

	/**
	 * Whether it matches the empty text.
	 * @return {@code false} if it takes at least one byte
	 */
	boolean isNullable();

	/**
	 * Whether repetitions within repetitions stay below a limit ({@code repeatIsValid}).
	 * @param limit the limit
	 * @param dialect the dialect: Go doesn't look into what is repeated 0 times
	 * @return {@code false} if they don't
	 */
	boolean repeatsWithin(int limit, RegexDialect dialect);

	/**
	 * Whether it matches no more than a place, so that many times are as good as once.
	 * @return {@code false} if it can take a byte
	 */
	default boolean isPlace() {
		return false;
	}

	/**
	 * One byte out of a set.
	 *
	 * @param bytes the set
	 */
	record OneByte(BitSet bytes) implements RegexTree {

		private static final int CASE = 'a' - 'A';

		@Override
		public boolean isNullable() {
			return false;
		}

		@Override
		public boolean repeatsWithin(int limit, RegexDialect dialect) {
			return true;
		}

		/**
		 * How many instructions it takes: one per range. Letters that stand there in both
		 * cases need no range of their own for the capitals.
		 * @return the number; 0 if the set is empty
		 */
		int ranges() {
			boolean folds = foldsAscii();
			int count = 0;
			int end;
			for (int start = this.bytes.nextSetBit(0); start >= 0; start = this.bytes.nextSetBit(end)) {
				end = this.bytes.nextClearBit(start);
				if (!(folds && start >= 'A' && end - 1 <= 'Z')) {
					count++;
				}
			}
			return count;
		}

		private boolean foldsAscii() {
			for (int capital = 'A'; capital <= 'Z'; capital++) {
				if (this.bytes.get(capital) != this.bytes.get(capital + CASE)) {
					return false;
				}
			}
			return true;
		}

	}

	/**
	 * One part after the other.
	 *
	 * @param parts the parts
	 */
	record Sequence(List<RegexTree> parts) implements RegexTree {

		@Override
		public boolean isNullable() {
			return this.parts.stream().allMatch(RegexTree::isNullable);
		}

		@Override
		public boolean isPlace() {
			return this.parts.stream().allMatch(RegexTree::isPlace);
		}

		@Override
		public boolean repeatsWithin(int limit, RegexDialect dialect) {
			return this.parts.stream().allMatch((part) -> part.repeatsWithin(limit, dialect));
		}

	}

	/**
	 * One of several.
	 *
	 * @param branches the branches
	 */
	record Choice(List<RegexTree> branches) implements RegexTree {

		@Override
		public boolean isNullable() {
			return this.branches.stream().anyMatch(RegexTree::isNullable);
		}

		@Override
		public boolean repeatsWithin(int limit, RegexDialect dialect) {
			return this.branches.stream().allMatch((branch) -> branch.repeatsWithin(limit, dialect));
		}

	}

	/**
	 * A part several times.
	 *
	 * @param part the part
	 * @param min how often at least
	 * @param max how often at most; -1 for any number
	 */
	record Repeat(RegexTree part, int min, int max) implements RegexTree {

		@Override
		public boolean isNullable() {
			return this.min == 0 || this.part.isNullable();
		}

		@Override
		public boolean repeatsWithin(int limit, RegexDialect dialect) {
			int times = (this.max < 0) ? Math.max(this.min, 1) : this.max;
			if (times == 0) {
				return dialect == RegexDialect.GO || this.part.repeatsWithin(limit, dialect);
			}
			return times <= limit && this.part.repeatsWithin(limit / times, dialect);
		}

	}

	/**
	 * A part that is captured.
	 *
	 * @param part the part
	 */
	record Group(RegexTree part) implements RegexTree {

		@Override
		public boolean isNullable() {
			return this.part.isNullable();
		}

		@Override
		public boolean repeatsWithin(int limit, RegexDialect dialect) {
			return this.part.repeatsWithin(limit, dialect);
		}

	}

	/**
	 * A place, such as the start of a line.
	 */
	record Place() implements RegexTree {

		@Override
		public boolean isNullable() {
			return true;
		}

		@Override
		public boolean isPlace() {
			return true;
		}

		@Override
		public boolean repeatsWithin(int limit, RegexDialect dialect) {
			return true;
		}

	}

}
