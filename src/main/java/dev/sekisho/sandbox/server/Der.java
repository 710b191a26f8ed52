package dev.sekisho.sandbox.server;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes the few ASN.1 values that a certificate consists of (X.690, distinguished
 * encoding rules).
 */
final class Der {

	private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private Der() {
	}

	static byte[] sequence(byte[]... values) {
		return tagged(0x30, values);
	}

	static byte[] set(byte[]... values) {
		return tagged(0x31, values);
	}

	static byte[] integer(BigInteger value) {
		return tagged(0x02, value.toByteArray());
	}

	static byte[] bool(boolean value) {
		return tagged(0x01, new byte[] { (byte) (value ? 0xff : 0) });
	}

	static byte[] octets(byte[] value) {
		return tagged(0x04, value);
	}

	static byte[] bits(byte[] value) {
		return tagged(0x03, new byte[1], value);
	}

	static byte[] text(String value) {
		return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] time(Instant value) {
		return tagged(0x17, UTC_TIME.format(value).getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * An object identifier.
	 * @param arcs its arcs
	 * @return its encoding
	 */
	static byte[] identifier(int... arcs) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.write(arcs[0] * 40 + arcs[1]);
		for (int arc : Arrays.copyOfRange(arcs, 2, arcs.length)) {
			for (int shift = 28; shift > 0; shift -= 7) {
				if (arc >> shift != 0) {
					body.write(((arc >> shift) & 0x7f) | 0x80);
				}
			}
			body.write(arc & 0x7f);
		}
		return tagged(0x06, body.toByteArray());
	}

	/**
	 * A value with a tag of its own.
	 * @param tag the tag
	 * @param parts the content
	 * @return its encoding
	 */
	static byte[] tagged(int tag, byte[]... parts) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(body::writeBytes);
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(tag);
		if (body.size() < 128) {
			whole.write(body.size());
		}
		else {
			byte[] length = BigInteger.valueOf(body.size()).toByteArray();
			int skip = (length[0] == 0) ? 1 : 0;
			whole.write(0x80 | (length.length - skip));
			whole.write(length, skip, length.length - skip);
		}
		whole.writeBytes(body.toByteArray());
		return whole.toByteArray();
	}

}
