package dev.sekisho.routing.validation;

/**
 * The syntax of header values that istiod insists on: {@code %} either doubled or around
 * a command (pkg/config/validation/header_value_validator.go, which was copied from an
 * old Envoy).
 */
final class HeaderTemplate {

	private enum State {

		LITERAL, NAME, ARGUMENTS, NEXT_STRING, STRING, AFTER_STRING, AFTER_ARRAY, AFTER_ARGUMENTS, BROKEN

	}

	private final String value;

	private int at;

	private HeaderTemplate(String value) {
		this.value = value;
	}

	static boolean isBalanced(String value) {
		return new HeaderTemplate(value).ends();
	}

	private boolean ends() {
		State state = State.LITERAL;
		while (this.at < this.value.length() && state != State.BROKEN) {
			state = step(state, this.value.charAt(this.at));
			this.at++;
		}
		return state == State.LITERAL;
	}

	private State step(State state, char ch) {
		return switch (state) {
			case LITERAL -> (ch == '%') ? percent() : State.LITERAL;
			case NAME -> (ch == '%') ? State.LITERAL : ((ch == '(') ? State.ARGUMENTS : State.NAME);
			case ARGUMENTS -> (ch == '[') ? State.NEXT_STRING : ((ch == ' ') ? State.ARGUMENTS : State.STRING);
			case NEXT_STRING -> (ch == '"') ? State.STRING : blankOrBroken(State.NEXT_STRING, ch);
			case STRING -> string(ch);
			case AFTER_STRING -> switch (ch) {
				case ',' -> State.NEXT_STRING;
				case ']' -> State.AFTER_ARRAY;
				default -> blankOrBroken(State.AFTER_STRING, ch);
			};
			case AFTER_ARRAY -> (ch == ')') ? State.AFTER_ARGUMENTS : blankOrBroken(State.AFTER_ARRAY, ch);
			case AFTER_ARGUMENTS -> (ch == '%') ? State.LITERAL : blankOrBroken(State.AFTER_ARGUMENTS, ch);
			case BROKEN -> State.BROKEN;
		};
	}

	private State percent() {
		if (this.at + 1 == this.value.length()) {
			return State.BROKEN;
		}
		if (this.value.charAt(this.at + 1) == '%') {
			this.at++;
			return State.LITERAL;
		}
		return State.NAME;
	}

	private State string(char ch) {
		if (ch == '\\') {
			this.at++;
			return (this.at < this.value.length()) ? State.STRING : State.BROKEN;
		}
		if (ch == ')') {
			return State.AFTER_ARGUMENTS;
		}
		return (ch == '"') ? State.AFTER_STRING : State.STRING;
	}

	private static State blankOrBroken(State state, char ch) {
		return (ch == ' ') ? state : State.BROKEN;
	}

}
