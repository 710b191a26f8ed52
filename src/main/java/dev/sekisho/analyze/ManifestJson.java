package dev.sekisho.analyze;

import java.io.IOException;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads JSON as Kubernetes does: no duplicate keys.
 */
final class ManifestJson {

	private static final ObjectMapper JSON = new ObjectMapper(
			JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

	private ManifestJson() {
	}

	/**
	 * Reads all values of a text.
	 * @param source where the text comes from
	 * @param text the text
	 * @param action gets each value
	 * @throws InputException if the text isn't JSON
	 */
	static void documents(String source, String text, Consumer<Object> action) {
		try (MappingIterator<Object> values = JSON.readerFor(Object.class).readValues(text)) {
			while (values.hasNextValue()) {
				action.accept(values.nextValue());
			}
		}
		catch (JsonProcessingException ex) {
			throw new InputException(
					source + ": line " + ex.getLocation().getLineNr() + ": " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw new InputException(source + ": " + ex.getMessage());
		}
	}

}
