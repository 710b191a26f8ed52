package dev.sekisho.chain;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the chain.
 *
 * @param links links to other tools, shown on the page of a chain
 * @param istiod where istiod is asked whether the gateway took the last push
 * @param probe sending requests through the gateway, on demand
 */
@Validated
@ConfigurationProperties("sekisho.chain")
record ChainSettings(@DefaultValue @NotNull @Size(max = 20) List<@Valid Link> links,
		@DefaultValue @NotNull @Valid Istiod istiod, @DefaultValue @NotNull @Valid Probe probe) {

	ChainSettings {
		links = List.copyOf(links);
	}

	/**
	 * A link to another tool.
	 *
	 * @param name what it is called
	 * @param hop the hop it belongs to: {@code alb}, {@code gateway-service},
	 * {@code gateway-pods}, {@code gateway}, {@code virtual-service}, {@code service} or
	 * {@code endpoints}
	 * @param url its address, http or https; {@code {namespace}}, {@code {name}},
	 * {@code {kind}} and {@code {cluster}} stand for what the hop shows
	 */
	record Link(@NotBlank @Size(max = 40) String name, @NotBlank String hop, @NotBlank String url) {

		// Placeholders stand in path, query or fragment: never in what decides whom the
		// browser asks.
		private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?([/?#]\\S*)?");

		@AssertTrue(message = "is an http or https address with a literal host")
		boolean isAddress() {
			return ADDRESS.matcher(this.url).matches();
		}

		@AssertTrue(message = "is a hop of the chain")
		boolean isHop() {
			return HopKind.of(this.hop).isPresent();
		}

	}

	/**
	 * Asking istiod. Off without an address.
	 *
	 * @param urls the addresses of all istiod replicas, such as
	 * {@code http://istiod.istio-system:15014}; each one knows its own proxies only
	 * @param every how often they are asked
	 * @param timeout how long an answer may take
	 */
	record Istiod(@DefaultValue @NotNull @Size(max = 10) List<@NotNull URI> urls,
			@DefaultValue("10s") @NotNull @DurationMin(seconds = 1) Duration every,
			@DefaultValue("3s") @NotNull @DurationMin(millis = 100) Duration timeout) {

		Istiod {
			urls = List.copyOf(urls);
		}

		@AssertTrue(message = "has http or https addresses only")
		boolean isHttp() {
			return this.urls.stream()
				.allMatch((url) -> ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
						&& url.getHost() != null && url.getUserInfo() == null);
		}

	}

	/**
	 * Probes. Off without an address range.
	 *
	 * @param cidrs in which the gateway pods' addresses lie, such as {@code 10.0.0.0/16};
	 * loopback must be named by itself, and link-local addresses are never probed
	 * @param timeout how long an answer may take
	 * @param longest how many bytes of an answer are read at most
	 * @param every how long the same VirtualService isn't probed again
	 * @param perMinute how many probes a replica sends in a minute
	 */
	record Probe(@DefaultValue @NotNull @Size(max = 20) List<@NotNull String> cidrs,
			@DefaultValue("3s") @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 30) Duration timeout,
			@DefaultValue("65536") @Min(1_024) @Max(1_048_576) int longest,
			@DefaultValue("5s") @NotNull @DurationMin(seconds = 1) Duration every,
			@DefaultValue("60") @Min(1) @Max(600) int perMinute) {

		Probe {
			cidrs = List.copyOf(cidrs);
		}

		@AssertTrue(message = "has ranges such as 10.0.0.0/16 only")
		boolean isRanges() {
			try {
				this.cidrs.forEach(AddressRange::parse);
				return true;
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

	}

}
