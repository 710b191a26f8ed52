package dev.sekisho.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sharded map is a map, and its copies don't touch each other.
 */
class ShardedMapTests {

	@Test
	void behavesAsAMapThroughAnyChanges() {
		Random random = new Random(7);
		Map<ObjectKey, Integer> expected = new HashMap<>();
		ShardedMap<Integer> map = ShardedMap.copyOf(expected);
		for (int i = 0; i < 5_000; i++) {
			ObjectKey key = new ObjectKey("ns-" + random.nextInt(20), "name-" + random.nextInt(100));
			Integer value = (random.nextInt(3) == 0) ? null : i;
			map = map.with(key, value);
			if (value != null) {
				expected.put(key, value);
			}
			else {
				expected.remove(key);
			}
			assertThat(map.size()).isEqualTo(expected.size());
			assertThat(map.get(key)).isEqualTo(value);
		}
		assertThat(map).isEqualTo(expected);
		assertThat(map.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
	}

	@Test
	void leavesTheOriginalAsItWas() {
		ObjectKey key = ObjectKey.of("a");
		ShardedMap<String> before = ShardedMap.copyOf(Map.of(key, "1"));
		ShardedMap<String> after = before.with(key, "2").with(ObjectKey.of("b"), "3");
		assertThat(before).isEqualTo(Map.of(key, "1"));
		assertThat(after).isEqualTo(Map.of(key, "2", ObjectKey.of("b"), "3"));
		assertThat(after.with(key, null)).isEqualTo(Map.of(ObjectKey.of("b"), "3"));
	}

}
