package dev.sekisho.change;

import java.util.List;

/**
 * Something in what a person sent that can't be taken as it is.
 *
 * @param path the field, such as {@code spec.http[0].timeout}; empty for the whole
 * @param code what is wrong; its text is {@code change.input.*} in the messages
 * @param arguments the values the text speaks of
 * @param fix what to write instead; empty if there is no single answer
 * @param line the line in the text that was sent, from 1; 0 if it isn't known
 * @param column the column, from 1; 0 if it isn't known
 */
public record InputProblem(String path, String code, List<String> arguments, String fix, int line, int column) {

	public InputProblem {
		arguments = List.copyOf(arguments);
	}

	/**
	 * A problem of a field, wherever it stands.
	 * @param path the field
	 * @param code what is wrong
	 * @param arguments the values the text speaks of
	 * @return the problem
	 */
	public static InputProblem at(String path, String code, String... arguments) {
		return new InputProblem(path, code, List.of(arguments), "", 0, 0);
	}

	/**
	 * The same problem with what to write instead.
	 * @param replacement what to write
	 * @return the problem
	 */
	public InputProblem withFix(String replacement) {
		return new InputProblem(this.path, this.code, this.arguments, replacement, this.line, this.column);
	}

	/**
	 * The same problem with its place in the text.
	 * @param position the place
	 * @return the problem
	 */
	InputProblem in(Position position) {
		return new InputProblem(this.path, this.code, this.arguments, this.fix, position.line(), position.column());
	}

	/**
	 * A place in a text.
	 *
	 * @param line the line, from 1
	 * @param column the column, from 1
	 */
	record Position(int line, int column) {

		static final Position UNKNOWN = new Position(0, 0);

	}

}
