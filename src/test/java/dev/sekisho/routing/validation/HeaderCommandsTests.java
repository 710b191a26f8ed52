package dev.sekisho.routing.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verdicts were taken from Envoy 1.40.
 */
class HeaderCommandsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "100%%", "%%%%", "a%%b", "%REQ(a?b)%", "%REQ(?b)%", "%REQ(a):0%",
			"%REQ(:PATH)%", "%REQ(a%b)%", "%%REQ(a)%%", "%PROTOCOL%%PROTOCOL%", "%PROTOCOL%%%", "%PROTOCOL()%",
			"%DYNAMIC_METADATA([\"a\",\"b\"])%", "%UPSTREAM_METADATA( [\"a\"] )%", "%PER_REQUEST_STATE(a)%",
			"%METADATA(ROUTE:istio:config)%", "%FILTER_STATE(a:FIELD:b)%", "%FILTER_STATE(a::)%", "%START_TIME(%s)%",
			"%START_TIME(%E4n)%", "%GRPC_STATUS(NUMBER)%", "%PATH(WQ:ORIG):3%", "%QUERY_PARAMS(DECODED)%",
			"%REQUESTED_SERVER_NAME(SNI_FIRST:HOST)%", "%COMMON_DURATION(a:b:us)%", "%ENVIRONMENT(HOME)%",
			"%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT(16)%", "%SPAN_ID%", "%CEL(request.path)%" })
	void envoyTakes(String value) {
		assertThat(HeaderCommands.refused(value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%FOO%", "%foo%", "%A B%", "%REQ%", "%REQ()%", "%REQ(a?b?c)%", "%REQ(a b)%", "%REQ(a):%",
			"%REQ(a):99999999999999999999999%", "%REQ(a)x%", "%REQ(a))%", "%REQ(a)%%", "%PROTOCOL(x)%", "%PROTOCOL:3%",
			"%START_TIME:3%", "%START_TIME(%n)%", "%METADATA(FOO:istio)%", "%METADATA%", "%FILTER_STATE(a:X)%",
			"%FILTER_STATE(a:PLAIN:b)%", "%FILTER_STATE(:PLAIN)%", "%PER_REQUEST_STATE()%", "%PER_REQUEST_STATE(a:b)%",
			"%GRPC_STATUS(number)%", "%PATH(a)%", "%QUERY_PARAMS(ORIG:x)%", "%REQUESTED_SERVER_NAME(SNI_FIRST:X)%",
			"%COMMON_DURATION(a:b:s)%", "%UPSTREAM_METADATA(a):3%", "%DOWNSTREAM_REMOTE_ADDRES%",
			"%FILE_CONTENT(/x)%" })
	void envoyRefuses(String value) {
		assertThat(HeaderCommands.refused(value)).isNotEmpty();
	}

}
