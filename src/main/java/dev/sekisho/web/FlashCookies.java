package dev.sekisho.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the sentence for the page after a redirect in a cookie, so that it arrives on
 * whichever replica the browser asks next. Carries nothing else: a {@link Flash} is a key
 * of our own texts and what stands in its placeholders.
 */
class FlashCookies extends AbstractFlashMapManager {

	private static final HostCookie COOKIE = new HostCookie("sekisho-flash");

	private static final TypeReference<List<Carried>> CARRIED = new TypeReference<>() {
	};

	private final JsonMapper json = JsonMapper.shared();

	@Override
	protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		return COOKIE.read(request).flatMap(this::read).orElse(null);
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
		if (flashMaps.isEmpty()) {
			COOKIE.remove(request, response);
			return;
		}
		byte[] carried = this.json.writeValueAsBytes(flashMaps.stream().map(Carried::of).toList());
		COOKIE.write(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(carried));
	}

	private Optional<List<FlashMap>> read(String cookie) {
		try {
			byte[] carried = Base64.getUrlDecoder().decode(cookie.getBytes(StandardCharsets.US_ASCII));
			List<Carried> read = this.json.readValue(carried, CARRIED);
			return Optional.ofNullable(read)
				.map((sentences) -> new ArrayList<>(sentences.stream().map(Carried::flashMap).toList()));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A sentence on its way.
	 *
	 * @param path the page it is for
	 * @param expires until when, in milliseconds since 1970
	 * @param flash the sentence
	 */
	record Carried(@Nullable String path, long expires, Flash flash) {

		static Carried of(FlashMap map) {
			if (map.size() != 1 || !(map.get(Flash.NAME) instanceof Flash flash)) {
				throw new IllegalStateException("Only a Flash is carried over a redirect, not " + map.keySet());
			}
			return new Carried(map.getTargetRequestPath(), map.getExpirationTime(), flash);
		}

		FlashMap flashMap() {
			FlashMap map = new FlashMap();
			map.setTargetRequestPath(this.path);
			map.setExpirationTime(this.expires);
			map.put(Flash.NAME, this.flash);
			return map;
		}

	}

}
