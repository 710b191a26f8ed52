package dev.sekisho.cluster;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which cluster the portal works on, and how patient it is with it.
 *
 * @param mode the sandbox, a context of a kubeconfig, or the cluster the portal runs in;
 * never guessed
 * @param context the kubeconfig's context; needed in mode {@code kubeconfig}, unused
 * otherwise
 * @param kubeconfig the kubeconfig; by default the files that {@code KUBECONFIG} names,
 * else {@code ~/.kube/config}
 * @param serviceAccount the folder with token and certificate of the portal's service
 * account, used in mode {@code in-cluster}
 * @param writable whether the portal may write to the cluster, dry-runs included; by
 * default yes, but not in mode {@code kubeconfig}
 * @param name what pages call the cluster; by default the context's name, or the mode's
 * @param connectTimeout how long connecting may take
 * @param requestTimeout how long a call may take in all, repetitions included
 * @param pageSize how many objects one page of a list holds
 * @param silence how long nothing may be heard of a watch until it counts as broken
 * @param slowestRetry the longest pause between two attempts to follow a kind of object
 */
@Validated
@ConfigurationProperties("sekisho.cluster")
record ClusterProperties(@DefaultValue("sandbox") ClusterMode mode, @Nullable String context, @Nullable Path kubeconfig,
		@DefaultValue("/var/run/secrets/kubernetes.io/serviceaccount") Path serviceAccount, @Nullable Boolean writable,
		@Nullable String name, @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration requestTimeout,
		@DefaultValue("500") @Min(1) @Max(10_000) int pageSize,
		@DefaultValue("52s") @DurationMin(seconds = 1) Duration silence,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration slowestRetry) {

	ClusterInfo info() {
		String shown = this.name;
		if (shown == null || shown.isBlank()) {
			shown = switch (this.mode) {
				case SANDBOX -> "sandbox";
				case KUBECONFIG -> String.valueOf(this.context);
				case IN_CLUSTER -> "in-cluster";
			};
		}
		boolean writes = (this.writable != null) ? this.writable : this.mode != ClusterMode.KUBECONFIG;
		return new ClusterInfo(shown, this.mode, writes);
	}

}
