package dev.sekisho.change;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes what scripts send.
 */
public final class RequestText {

	private RequestText() {
	}

	/**
	 * The text of a body: UTF-8, at most 1 MiB.
	 * @param body the body
	 * @return its text
	 * @throws InputRefused if it is larger or isn't UTF-8
	 */
	public static String of(byte[] body) {
		if (body.length > Document.LARGEST) {
			throw new InputRefused(InputProblem.at("", "too-large", String.valueOf(Document.LARGEST / 1024)));
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new InputRefused(InputProblem.at("", "broken-text"));
		}
	}

}
