package dev.sekisho.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses request bodies above the limit, at once where their length is announced, else
 * while they are read.
 */
class BodyLimit extends OncePerRequestFilter {

	private static final int FORM = 4;

	private final long most;

	BodyLimit(DataSize most) {
		this.most = most.toBytes();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > most(request)) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		chain.doFilter((request.getContentLengthLong() < 0) ? new LimitedRequest(request, most(request)) : request,
				response);
	}

	// A form holds up to three characters for each that was typed.
	private long most(HttpServletRequest request) {
		String type = request.getContentType();
		boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
		return form ? FORM * this.most : this.most;
	}

	/**
	 * More was sent than is read.
	 */
	static class BodyTooLargeException extends IOException {

		private static final long serialVersionUID = 1L;

	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private final long most;

		private @Nullable ServletInputStream body;

		LimitedRequest(HttpServletRequest request, long most) {
			super(request);
			this.most = most;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.body == null) {
				this.body = new LimitedStream(super.getInputStream(), this.most);
			}
			return this.body;
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private long left;

		LimitedStream(ServletInputStream body, long most) {
			this.body = body;
			this.left = most;
		}

		@Override
		public int read() throws IOException {
			int read = this.body.read();
			count((read < 0) ? 0 : 1);
			return read;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = this.body.read(target, offset, length);
			count(Math.max(0, read));
			return read;
		}

		private void count(int read) throws IOException {
			this.left -= read;
			if (this.left < 0) {
				throw new BodyTooLargeException();
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
