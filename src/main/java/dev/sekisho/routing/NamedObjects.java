package dev.sekisho.routing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind by namespace and name: a sorted array, which takes little room and
 * is copied in no time. Immutable.
 */
final class NamedObjects {

	/** No objects. */
	static final NamedObjects EMPTY = new NamedObjects(new ObjectName[0], new Object[0]);

	private final ObjectName[] names;

	private final Object[] objects;

	private NamedObjects(ObjectName[] names, Object[] objects) {
		this.names = names;
		this.objects = objects;
	}

	static NamedObjects of(Map<ObjectName, Object> objects) {
		TreeMap<ObjectName, Object> sorted = new TreeMap<>(objects);
		return new NamedObjects(sorted.keySet().toArray(new ObjectName[0]), sorted.values().toArray());
	}

	@Nullable Object get(ObjectName name) {
		int index = Arrays.binarySearch(this.names, name);
		return (index >= 0) ? this.objects[index] : null;
	}

	NamedObjects with(ObjectName name, Object object) {
		int index = Arrays.binarySearch(this.names, name);
		if (index >= 0) {
			Object[] changed = this.objects.clone();
			changed[index] = object;
			return new NamedObjects(this.names, changed);
		}
		int at = -index - 1;
		ObjectName[] moreNames = Arrays.copyOf(this.names, this.names.length + 1);
		System.arraycopy(this.names, at, moreNames, at + 1, this.names.length - at);
		moreNames[at] = name;
		Object[] more = Arrays.copyOf(this.objects, this.objects.length + 1);
		System.arraycopy(this.objects, at, more, at + 1, this.objects.length - at);
		more[at] = object;
		return new NamedObjects(moreNames, more);
	}

	NamedObjects without(ObjectName name) {
		int index = Arrays.binarySearch(this.names, name);
		if (index < 0) {
			return this;
		}
		ObjectName[] fewerNames = Arrays.copyOf(this.names, this.names.length - 1);
		System.arraycopy(this.names, index + 1, fewerNames, index, fewerNames.length - index);
		Object[] fewer = Arrays.copyOf(this.objects, this.objects.length - 1);
		System.arraycopy(this.objects, index + 1, fewer, index, fewer.length - index);
		return new NamedObjects(fewerNames, fewer);
	}

	NamedObjects mapped(UnaryOperator<Object> mapping) {
		return new NamedObjects(this.names, Arrays.stream(this.objects).map(mapping).toArray());
	}

	Collection<Object> values() {
		return Collections.unmodifiableList(Arrays.asList(this.objects));
	}

}
