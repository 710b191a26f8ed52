package dev.sekisho.web;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * What the frame around every page shows; templates know it as {@code chrome}. A part
 * whose source fails is left out, so that the page that says what failed still appears.
 */
public class Chrome {

	private static final Logger logger = LoggerFactory.getLogger(Chrome.class);

	private static final Set<String> THEMES = Set.of("light", "dark");

	private final ObjectProvider<Section> sections;

	private final ObjectProvider<ViewerSource> viewers;

	private final ObjectProvider<PlaceSource> places;

	private final ObjectProvider<BuildProperties> build;

	private final WebSettings settings;

	Chrome(ObjectProvider<Section> sections, ObjectProvider<ViewerSource> viewers, ObjectProvider<PlaceSource> places,
			ObjectProvider<BuildProperties> build, WebSettings settings) {
		this.sections = sections;
		this.viewers = viewers;
		this.places = places;
		this.build = build;
		this.settings = settings;
	}

	/**
	 * The entries of the top bar that exist.
	 * @return the entries in their order
	 */
	public List<Section> sections() {
		return this.sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
	}

	/**
	 * How many things wait behind an entry of the top bar.
	 * @param section the entry
	 * @return the count, zero when unknown
	 */
	public int count(Section section) {
		return quietly(() -> Optional.of(section.count().getAsInt())).orElse(0);
	}

	/**
	 * Who is signed in.
	 * @return the person, or null
	 */
	public @Nullable Viewer viewer() {
		return quietly(() -> this.viewers.stream().findFirst().flatMap(ViewerSource::viewer)).orElse(null);
	}

	/**
	 * Which cluster is shown.
	 * @return the cluster, or null
	 */
	public @Nullable Place place() {
		return quietly(() -> this.places.stream().findFirst().map(PlaceSource::place)).orElse(null);
	}

	/**
	 * Name and version of the portal.
	 * @return the version as the build knows it, only the name without
	 */
	public String version() {
		BuildProperties properties = this.build.getIfAvailable();
		return (properties != null) ? "Sekisho " + properties.getVersion() : "Sekisho";
	}

	/**
	 * Whether the REST API's documentation is served.
	 * @return whether to link it
	 */
	public boolean docs() {
		return this.settings.docs();
	}

	/**
	 * The theme that was chosen on an earlier page.
	 * @return {@code light}, {@code dark}, or null to follow the system
	 */
	public @Nullable String theme() {
		return Optional.ofNullable(WebUtils.getCookie(request(), "sekisho-theme"))
			.map(Cookie::getValue)
			.filter(THEMES::contains)
			.orElse(null);
	}

	/**
	 * The language of the page.
	 * @return its tag, such as {@code ja}
	 */
	public String language() {
		return LocaleContextHolder.getLocale().getLanguage();
	}

	/**
	 * The language that the switch offers.
	 * @return the other of the two languages
	 */
	public Locale otherLanguage() {
		return language().equals("ja") ? Locale.ENGLISH : Locale.JAPANESE;
	}

	/**
	 * The present page in the other language.
	 * @return path and query
	 */
	public String inOtherLanguage() {
		return UriComponentsBuilder.fromUri(address(request()))
			.replaceQueryParam("lang", otherLanguage().getLanguage())
			.build(true)
			.toUriString();
	}

	private static URI address(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String query = request.getQueryString();
		if (failed != null) {
			return URI.create(failed.toString());
		}
		boolean repeatable = query != null && request.getMethod().equals("GET");
		return URI.create(request.getRequestURI() + (repeatable ? "?" + query : ""));
	}

	private static HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

	private static <T> Optional<T> quietly(Supplier<Optional<T>> part) {
		try {
			return part.get();
		}
		catch (RuntimeException ex) {
			logger.warn("A part of the page's frame is left out", ex);
			return Optional.empty();
		}
	}

}
