package dev.sekisho.testing;

import java.util.function.Function;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import dev.sekisho.access.Caller;

/**
 * Who calls in a test of pages and REST calls: whom the header {@code X-User} names.
 *
 * @param absent who calls without the header
 * @param caller makes the caller of that name
 */
public record HeaderCallers(String absent, Function<String, Caller> caller) implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		String user = request.getHeader("X-User");
		return this.caller.apply((user != null) ? user : this.absent);
	}

}
