package dev.sekisho.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import org.jspecify.annotations.Nullable;

/**
 * Two texts compared line by line, ready to be shown side by side.
 *
 * @param rows the rows in order
 * @param added how many lines only the second text has
 * @param removed how many lines only the first text has
 * @param oneColumn whether one of the texts is empty, so that one column is enough
 */
public record TextDiff(List<Row> rows, int added, int removed, boolean oneColumn) {

	/**
	 * Compares two texts.
	 * @param before the first; empty for a new object
	 * @param after the second; empty for a deleted object
	 * @param context unchanged lines to show around each change; the others are folded
	 * @return the comparison
	 */
	public static TextDiff between(String before, String after, int context) {
		List<String> left = before.lines().toList();
		List<String> right = after.lines().toList();
		List<Row> rows = new ArrayList<>();
		int added = 0;
		int removed = 0;
		int at = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
			Chunk<String> source = delta.getSource();
			Chunk<String> target = delta.getTarget();
			same(rows, left, at, source.getPosition(), target.getPosition() - source.getPosition());
			changed(rows, source, target);
			removed += source.size();
			added += target.size();
			at = source.getPosition() + source.size();
		}
		same(rows, left, at, left.size(), right.size() - left.size());
		return new TextDiff(fold(rows, context), added, removed, left.isEmpty() != right.isEmpty());
	}

	private static void same(List<Row> rows, List<String> left, int from, int to, int shift) {
		for (int line = from; line < to; line++) {
			List<Part> parts = List.of(new Part(left.get(line), false));
			rows.add(new Row(new Side(line + 1, parts), new Side(line + 1 + shift, parts), false, 0));
		}
	}

	private static void changed(List<Row> rows, Chunk<String> source, Chunk<String> target) {
		for (int line = 0; line < Math.max(source.size(), target.size()); line++) {
			String before = (line < source.size()) ? source.getLines().get(line) : null;
			String after = (line < target.size()) ? target.getLines().get(line) : null;
			Side left = (before != null)
					? new Side(source.getPosition() + line + 1, parts(before, (after != null) ? after : "")) : null;
			Side right = (after != null)
					? new Side(target.getPosition() + line + 1, parts(after, (before != null) ? before : "")) : null;
			rows.add(new Row(left, right, true, 0));
		}
	}

	/** Marks what differs between two lines: all but their common start and end. */
	private static List<Part> parts(String line, String other) {
		int most = Math.min(line.length(), other.length());
		int start = 0;
		while (start < most && line.charAt(start) == other.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < most - start && line.charAt(line.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
			end++;
		}
		if (line.substring(0, start).isBlank() && end == 0) {
			start = line.length() - line.stripLeading().length();
		}
		return List.of(new Part(line.substring(0, start), false),
				new Part(line.substring(start, line.length() - end), start + end < line.length()),
				new Part(line.substring(line.length() - end), false));
	}

	private static List<Row> fold(List<Row> rows, int context) {
		List<Row> shown = new ArrayList<>();
		int folded = 0;
		for (int row = 0; row < rows.size(); row++) {
			List<Row> near = rows.subList(Math.max(0, row - context), Math.min(rows.size(), row + context + 1));
			if (near.stream().anyMatch(Row::changed)) {
				addFold(shown, folded);
				folded = 0;
				shown.add(rows.get(row));
			}
			else {
				folded++;
			}
		}
		addFold(shown, folded);
		return Collections.unmodifiableList(shown);
	}

	private static void addFold(List<Row> rows, int folded) {
		if (folded > 0) {
			rows.add(new Row(null, null, false, folded));
		}
	}

	/**
	 * A row of the comparison.
	 *
	 * @param left the line of the first text; {@code null} if it has none here
	 * @param right the line of the second text; {@code null} if it has none here
	 * @param changed whether the two differ
	 * @param folded how many unchanged lines this row stands for; 0 for a row of its own
	 */
	public record Row(@Nullable Side left, @Nullable Side right, boolean changed, int folded) {
	}

	/**
	 * A line of one text.
	 *
	 * @param number its number, from 1
	 * @param parts its characters
	 */
	public record Side(int number, List<Part> parts) {
	}

	/**
	 * Some characters of a line.
	 *
	 * @param text the characters
	 * @param marked whether they are what changed
	 */
	public record Part(String text, boolean marked) {
	}

}
