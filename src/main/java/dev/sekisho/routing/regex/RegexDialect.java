package dev.sekisho.routing.regex;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What Go's {@code regexp} and Envoy's RE2 read differently.
 */
enum RegexDialect {

	/** Istiod's: characters are those of Unicode, classes have many names. */
	GO(0x10FFFF) {

		@Override
		boolean knows(String className) {
			return KNOWN_TO_GO.contains(canonical(className));
		}

	},

	/**
	 * Envoy's: characters are bytes, classes have the names that stand in RE2's table.
	 */
	RE2(0xFF) {

		@Override
		boolean knows(String className) {
			return KNOWN_TO_RE2.contains(className);
		}

	};

	private static final String CATEGORIES = "C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi "
			+ "Po Ps S Sc Sk Sm So Z Zl Zp Zs";

	// Of the Unicode version of Go 1.26. Scripts of several words aren't found by Go,
	// because it looks them up without underscores.
	private static final String SCRIPTS = "Adlam Ahom Arabic Armenian Avestan Balinese Bamum Batak Bengali Bhaiksuki "
			+ "Bopomofo Brahmi Braille Buginese Buhid Carian Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform "
			+ "Cypriot Cyrillic Deseret Devanagari Dogra Duployan Elbasan Elymaic Ethiopic Georgian Glagolitic Gothic "
			+ "Grantha Greek Gujarati Gurmukhi Han Hangul Hanunoo Hatran Hebrew Hiragana Inherited Javanese Kaithi "
			+ "Kannada Katakana Kawi Kharoshthi Khmer Khojki Khudawadi Lao Latin Lepcha Limbu Lisu Lycian Lydian "
			+ "Mahajani Makasar Malayalam Mandaic Manichaean Marchen Medefaidrin Miao Modi Mongolian Mro Multani "
			+ "Myanmar Nabataean Nandinagari Newa Nko Nushu Ogham Oriya Osage Osmanya Palmyrene Phoenician Rejang "
			+ "Runic Samaritan Saurashtra Sharada Shavian Siddham Sinhala Sogdian Soyombo Sundanese Syriac Tagalog "
			+ "Tagbanwa Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai "
			+ "Vithkuqi Wancho Yezidi Yi";

	private static final String ALIASES = "Lc Cn Assigned Ascii Casedletter Closepunctuation Combiningmark "
			+ "Connectorpunctuation Control Currencysymbol Dashpunctuation Decimalnumber Enclosingmark "
			+ "Finalpunctuation Format Initialpunctuation Letter Letternumber Lineseparator Lowercaseletter Mark "
			+ "Mathsymbol Modifierletter Modifiersymbol Nonspacingmark Number Openpunctuation Other Otherletter "
			+ "Othernumber Otherpunctuation Othersymbol Paragraphseparator Privateuse Punctuation Separator "
			+ "Spaceseparator Spacingmark Surrogate Symbol Titlecaseletter Unassigned Uppercaseletter Cntrl Digit "
			+ "Punct";

	private static final Set<String> KNOWN_TO_RE2 = words(CATEGORIES, SCRIPTS, "Any");

	private static final Set<String> KNOWN_TO_GO = words(CATEGORIES, SCRIPTS, ALIASES, "Any");

	private final int largest;

	RegexDialect(int largest) {
		this.largest = largest;
	}

	/**
	 * The largest character.
	 * @return its number
	 */
	int largest() {
		return this.largest;
	}

	/**
	 * Whether a class such as {@code \p{Greek}} is known.
	 * @param className the name between the braces
	 * @return {@code false} if a regex with it is refused
	 */
	abstract boolean knows(String className);

	private static Set<String> words(String... texts) {
		Set<String> words = new HashSet<>();
		for (String text : texts) {
			words.addAll(Set.of(text.split(" ")));
		}
		return Set.copyOf(words);
	}

	private static String canonical(String name) {
		String joined = name.replaceAll("[-_ ]", "");
		if (joined.isEmpty()) {
			return joined;
		}
		return joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1).toLowerCase(Locale.ROOT);
	}

}
