package dev.sekisho.chain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * The body of a response, up to a number of bytes. A longer one is an error, or cut.
 */
final class LimitedBody implements BodySubscriber<byte[]> {

	private final int longest;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final CompletableFuture<byte[]> body = new CompletableFuture<>();

	private Flow.@Nullable Subscription subscription;

	private final boolean cut;

	/**
	 * Reads a body that has an end.
	 * @param longest how many bytes it may have
	 */
	LimitedBody(int longest) {
		this(longest, false);
	}

	private LimitedBody(int longest, boolean cut) {
		this.longest = longest;
		this.cut = cut;
	}

	/**
	 * Reads the beginning of a body, which may have no end.
	 * @param longest how many bytes are read at most
	 * @return what reads it; done at once if nothing is to be read
	 */
	static LimitedBody beginning(int longest) {
		return new LimitedBody(longest, true);
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body;
	}

	@Override
	public void onSubscribe(Flow.Subscription given) {
		this.subscription = given;
		if (this.longest == 0) {
			end();
			return;
		}
		given.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (this.bytes.size() + buffer.remaining() > this.longest) {
				byte[] rest = new byte[this.longest - this.bytes.size()];
				buffer.get(rest);
				this.bytes.writeBytes(rest);
				end();
				return;
			}
			byte[] part = new byte[buffer.remaining()];
			buffer.get(part);
			this.bytes.writeBytes(part);
		}
	}

	private void end() {
		if (this.subscription != null) {
			this.subscription.cancel();
		}
		if (this.cut) {
			this.body.complete(this.bytes.toByteArray());
		}
		else {
			this.body.completeExceptionally(new IOException("more than " + this.longest + " bytes"));
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.body.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.body.complete(this.bytes.toByteArray());
	}

}
