package dev.sekisho.apply;

import java.nio.file.Path;

import dev.sekisho.cluster.ApiServerCluster;
import dev.sekisho.cluster.StoryCluster;

/**
 * The life of changes on a real API server, with the chart's definitions, policies and
 * rights; skipped, with the reason, where there is none.
 */
class ApiServerApplyStoryTests extends ApplyStory {

	@Override
	StoryCluster cluster(Path folder) {
		ApiServerCluster cluster = ApiServerCluster.start();
		cluster.reset();
		return cluster;
	}

}
