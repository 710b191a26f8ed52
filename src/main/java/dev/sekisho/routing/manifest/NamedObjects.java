package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;

/**
 * Objects of one kind by namespace and name, sorted, in blocks: a changed collection
 * shares all blocks with the one before but the one that changed. Immutable.
 */
public final class NamedObjects {

	/** No objects. */
	static final NamedObjects EMPTY = new NamedObjects(List.of());

	private static final int LARGEST = 128;

	private final List<Block> blocks;

	private NamedObjects(List<Block> blocks) {
		this.blocks = blocks;
	}

	static NamedObjects of(Map<ObjectName, Object> objects) {
		TreeMap<ObjectName, Object> sorted = new TreeMap<>(objects);
		Block all = new Block(sorted.keySet().toArray(new ObjectName[0]), sorted.values().toArray());
		List<Block> blocks = new ArrayList<>();
		for (int from = 0; from < all.names.length; from += LARGEST / 2) {
			blocks.add(all.part(from, Math.min(all.names.length, from + LARGEST / 2)));
		}
		return new NamedObjects(blocks);
	}

	/**
	 * Finds an object.
	 * @param name its name
	 * @return the object; {@code null} if there is none
	 */
	public @Nullable Object get(ObjectName name) {
		if (this.blocks.isEmpty()) {
			return null;
		}
		Block block = this.blocks.get(numberFor(name));
		int index = Arrays.binarySearch(block.names, name);
		return (index >= 0) ? block.objects[index] : null;
	}

	NamedObjects with(ObjectName name, Object object) {
		List<Block> changed = new ArrayList<>(this.blocks.size() + 1);
		changed.addAll(this.blocks);
		if (this.blocks.isEmpty()) {
			changed.add(new Block(new ObjectName[] { name }, new Object[] { object }));
			return new NamedObjects(changed);
		}
		int number = numberFor(name);
		Block grown = this.blocks.get(number).with(name, object);
		if (grown.names.length <= LARGEST) {
			changed.set(number, grown);
		}
		else {
			changed.set(number, grown.part(0, LARGEST / 2));
			changed.add(number + 1, grown.part(LARGEST / 2, grown.names.length));
		}
		return new NamedObjects(changed);
	}

	NamedObjects without(ObjectName name) {
		if (get(name) == null) {
			return this;
		}
		List<Block> changed = new ArrayList<>(this.blocks);
		int number = numberFor(name);
		Block shrunk = changed.get(number).without(name);
		if (shrunk.names.length == 0) {
			changed.remove(number);
		}
		else {
			changed.set(number, shrunk);
		}
		return new NamedObjects(changed);
	}

	NamedObjects mapped(UnaryOperator<Object> mapping) {
		return new NamedObjects(this.blocks.stream()
			.map((block) -> new Block(block.names, Arrays.stream(block.objects).map(mapping).toArray()))
			.toList());
	}

	Collection<Object> values() {
		List<Object> values = new ArrayList<>();
		this.blocks.forEach((block) -> values.addAll(Arrays.asList(block.objects)));
		return values;
	}

	// The last block that doesn't begin after the name.
	private int numberFor(ObjectName name) {
		int low = 0;
		int high = this.blocks.size();
		while (high - low > 1) {
			int middle = (low + high) >>> 1;
			if (this.blocks.get(middle).names[0].compareTo(name) <= 0) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/**
	 * Some objects that stand next to each other.
	 */
	private static final class Block {

		private final ObjectName[] names;

		private final Object[] objects;

		Block(ObjectName[] names, Object[] objects) {
			this.names = names;
			this.objects = objects;
		}

		Block part(int from, int to) {
			return new Block(Arrays.copyOfRange(this.names, from, to), Arrays.copyOfRange(this.objects, from, to));
		}

		Block with(ObjectName name, Object object) {
			int index = Arrays.binarySearch(this.names, name);
			if (index >= 0) {
				Object[] changed = this.objects.clone();
				changed[index] = object;
				return new Block(this.names, changed);
			}
			int at = -index - 1;
			ObjectName[] moreNames = Arrays.copyOf(this.names, this.names.length + 1);
			System.arraycopy(this.names, at, moreNames, at + 1, this.names.length - at);
			moreNames[at] = name;
			Object[] more = Arrays.copyOf(this.objects, this.objects.length + 1);
			System.arraycopy(this.objects, at, more, at + 1, this.objects.length - at);
			more[at] = object;
			return new Block(moreNames, more);
		}

		Block without(ObjectName name) {
			int index = Arrays.binarySearch(this.names, name);
			ObjectName[] fewerNames = Arrays.copyOf(this.names, this.names.length - 1);
			System.arraycopy(this.names, index + 1, fewerNames, index, fewerNames.length - index);
			Object[] fewer = Arrays.copyOf(this.objects, this.objects.length - 1);
			System.arraycopy(this.objects, index + 1, fewer, index, fewer.length - index);
			return new Block(fewerNames, fewer);
		}

	}

}
