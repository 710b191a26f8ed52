package dev.sekisho.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * HTTP clients for one address, trust and set of credentials.
 *
 * @param base the API server's address
 * @param portal calls as the portal, with its client certificate if it has one
 * @param bare calls with nothing but a token
 * @param token the portal's token, if it has one
 * @param facts what the clients were made from, to be compared
 */
record Connection(URI base, HttpClient portal, HttpClient bare, @Nullable String token, List<@Nullable String> facts) {

	static Connection open(Attachment.Access access, Duration connectTimeout, @Nullable Connection previous) {
		List<@Nullable String> facts = facts(access.config());
		if (previous != null && previous.facts.equals(facts)) {
			return new Connection(previous.base, previous.portal, previous.bare, access.token(), facts);
		}
		Config config = bounded(access.config(), connectTimeout);
		HttpClient portal = client(config);
		boolean certificate = config.getClientCertData() != null || config.getClientCertFile() != null;
		HttpClient bare = certificate ? client(withoutCertificate(config)) : portal;
		return new Connection(URI.create(config.getMasterUrl()), portal, bare, access.token(), facts);
	}

	boolean differs(Connection other) {
		return !this.facts.equals(other.facts) || !String.valueOf(this.token).equals(String.valueOf(other.token));
	}

	void close() {
		this.portal.close();
		this.bare.close();
	}

	// A watch per connection: one that hangs must not take the others with it, as with
	// HTTP/2. Repetitions are the caller's business.
	private static Config bounded(Config config, Duration connectTimeout) {
		return new ConfigBuilder(config).withConnectionTimeout((int) connectTimeout.toMillis())
			.withRequestRetryBackoffLimit(0)
			.withHttp2Disable(true)
			.build();
	}

	private static Config withoutCertificate(Config config) {
		Config bare = new ConfigBuilder(config).build();
		bare.setClientCertData(null);
		bare.setClientCertFile(null);
		bare.setClientKeyData(null);
		bare.setClientKeyFile(null);
		return bare;
	}

	private static HttpClient client(Config config) {
		return new StraightClients().newBuilder(config)
			.connectTimeout(config.getConnectionTimeout(), TimeUnit.MILLISECONDS)
			.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, null)
			.build();
	}

	private static List<@Nullable String> facts(Config config) {
		return Stream
			.of(config.getMasterUrl(), config.getCaCertData(), config.getCaCertFile(), config.getClientCertData(),
					config.getClientCertFile(), config.getClientKeyData(), config.getClientKeyFile(),
					config.getHttpProxy(), config.getHttpsProxy(), Arrays.toString(config.getNoProxy()))
			.<@Nullable String>map((fact) -> fact)
			.toList();
	}

	@Override
	public String toString() {
		return "Connection[" + this.base + "]";
	}

	/**
	 * Makes clients that go nowhere else, whatever an answer says.
	 */
	private static final class StraightClients extends JdkHttpClientFactory {

		@Override
		protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
			builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
		}

	}

}
