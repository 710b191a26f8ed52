package dev.sekisho.apply;

import java.nio.file.Path;

import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.cluster.StoryCluster;

/**
 * The life of changes on the sandbox.
 */
class SandboxApplyStoryTests extends ApplyStory {

	@Override
	StoryCluster cluster(Path folder) {
		return SandboxCluster.start(folder);
	}

}
