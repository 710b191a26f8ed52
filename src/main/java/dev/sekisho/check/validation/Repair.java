package dev.sekisho.check.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.routing.validation.Defect;

/**
 * The repair of a defect, where it is plain what was meant.
 *
 * @param defect the defect
 * @param manifest the manifest it is in
 */
record Repair(Defect defect, JsonNode manifest) {

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

	private static final String REMOVE = "check.fix.remove";

	private static final String WRITE = "check.fix.write";

	@Nullable Fix fix() {
		return switch (this.defect.law()) {
			case UNKNOWN_FIELD, ANNOTATION, EMPTY_FAULT, EMPTY_REWRITE, REPEATED_RULE -> remove();
			case REPEATED_MATCH -> isAlone() ? null : remove();
			case OVERLAPPING_HOSTS, EXPORT_TO_CONFLICT -> this.defect.path().endsWith("exportTo") ? null : remove();
			case TYPE -> otherType();
			case ENUM -> otherCase(argument(1).split(", "));
			case CORS_METHOD ->
				otherCase("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE");
			case REDIRECT_SCHEME -> otherCase("http", "https");
			case LEGACY_GATEWAY_NAME -> write(argument(1));
			case RETRY_ON -> withoutBlanks();
			case RETRIES_OFF -> write(Map.of("attempts", 0));
			case EMPTY_MATCH -> change("check.fix.present", "replace", parent(), Map.of());
			case MIRROR_PERCENT -> newPercentage();
			case POISON_REDIRECT_CODE -> write(302);
			default -> null;
		};
	}

	private JsonNode value() {
		return this.manifest.at(this.defect.path());
	}

	private String argument(int index) {
		return this.defect.arguments().get(index);
	}

	private String parent() {
		return this.defect.path().substring(0, this.defect.path().lastIndexOf('/'));
	}

	private boolean isAlone() {
		return this.manifest.at(parent()).size() < 2;
	}

	private Fix remove() {
		return new Fix(REMOVE, List.of(new JsonPatchOperation("remove", this.defect.path(), null)));
	}

	private Fix write(Object value) {
		return change(WRITE, "replace", this.defect.path(), value);
	}

	private static Fix change(String label, String operation, String path, Object value) {
		return new Fix(label, List.of(new JsonPatchOperation(operation, path, value)));
	}

	// Quotes left out, or put where none belong.
	private @Nullable Fix otherType() {
		JsonNode value = value();
		if (argument(0).equals("string") && (value.isBoolean() || value.isIntegralNumber())) {
			return write(value.asText());
		}
		if (argument(0).equals("integer") && value.isTextual() && NUMBER.matcher(value.textValue()).matches()) {
			return write(Integer.parseInt(value.textValue()));
		}
		if (argument(0).equals("boolean") && List.of("true", "false").contains(value.asText())) {
			return write(Boolean.parseBoolean(value.asText()));
		}
		return null;
	}

	private @Nullable Fix otherCase(String... values) {
		return Arrays.stream(values)
			.filter((value) -> value.equalsIgnoreCase(argument(0)))
			.findFirst()
			.map(this::write)
			.orElse(null);
	}

	private @Nullable Fix withoutBlanks() {
		String text = value().asText();
		String tidy = text.replace(" ", "").toLowerCase(Locale.ROOT);
		return (tidy.isEmpty() || tidy.equals(text)) ? null : write(tidy);
	}

	private Fix newPercentage() {
		return new Fix(WRITE, List.of(new JsonPatchOperation("remove", this.defect.path(), null),
				new JsonPatchOperation("add", parent() + "/mirrorPercentage", Map.of("value", value().asLong()))));
	}

}
