package dev.sekisho.check.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;

/**
 * An operation on a header: of a route or of one of its destinations.
 *
 * @param field where it stands: the field that {@code set} and {@code add} have for a
 * header, or the item of {@code remove}
 * @param name the header's name in lower case
 * @param value the value; {@code null} if the header is removed
 */
record HeaderOperation(Located field, String name, @Nullable String value) {

	static List<HeaderOperation> of(Examination examination) {
		List<HeaderOperation> operations = new ArrayList<>();
		for (Located entry : examination.http()) {
			collect(entry.at("headers"), operations);
			entry.at("route").items().forEach((route) -> collect(route.at("headers"), operations));
		}
		return operations;
	}

	private static void collect(Located headers, List<HeaderOperation> operations) {
		for (Located side : List.of(headers.at("request"), headers.at("response"))) {
			for (Located values : List.of(side.at("set"), side.at("add"))) {
				values.fields()
					.forEach((field) -> operations
						.add(new HeaderOperation(field, field.name().toLowerCase(Locale.ROOT), field.text())));
			}
			side.at("remove")
				.items()
				.forEach((item) -> operations
					.add(new HeaderOperation(item, item.text().toLowerCase(Locale.ROOT), null)));
		}
	}

}
