package dev.sekisho.chain.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.web.util.HtmlUtils;

import dev.sekisho.chain.Chain;
import dev.sekisho.chain.Hop;
import dev.sekisho.chain.HopKind;
import dev.sekisho.web.VisibleText;

/**
 * A chain as a picture that stands alone, for documents. States are told by words, colour
 * and border.
 */
final class ChainSvg {

	private static final int WIDTH = 190;

	private static final int GAP = 34;

	private static final int HEIGHT = 150;

	private static final int MARGIN = 16;

	private static final int TOP = 56;

	private static final int LINE = 24;

	private static final int MOST_LINES = 4;

	private static final Map<String, String> COLORS = Map.of("healthy", "#1a7f37", "degraded", "#9a6700", "down",
			"#cf222e", "unknown", "#6e7781", "planned", "#0969da");

	private final Chain chain;

	private final ChainView view;

	private final ChainMermaid.StateWords words;

	ChainSvg(Chain chain, ChainView view, ChainMermaid.StateWords words) {
		this.chain = chain;
		this.view = view;
		this.words = words;
	}

	String draw() {
		int columns = HopKind.values().length;
		int rows = this.chain.hops().stream().mapToInt(this::row).max().orElse(0) + 1;
		int width = columns * (WIDTH + GAP) - GAP + 2 * MARGIN;
		int height = TOP + rows * (HEIGHT + MARGIN);
		StringBuilder svg = new StringBuilder();
		svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" ")
			.append("viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" ".formatted(width, height, width, height))
			.append("font-family=\"Inter, 'Noto Sans JP', sans-serif\" font-size=\"12\">\n");
		svg.append("<title id=\"t\">%s</title>%n".formatted(escaped(this.view.name())));
		svg.append("<desc id=\"d\">%s</desc>%n".formatted(escaped(description())));
		svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
		text(svg, MARGIN, 22, "#1f2328", "bold", this.view.title() + " · " + this.view.stateText());
		text(svg, MARGIN, 42, "#59636e", "normal", this.view.name() + " · " + this.view.asOf());
		ChainGraph.of(this.chain).edges().forEach((edge) -> connect(svg, edge));
		for (int at = 0; at < this.chain.hops().size(); at++) {
			box(svg, this.chain.hops().get(at), this.view.hops().get(at));
		}
		return svg.append("</svg>\n").toString();
	}

	private String description() {
		List<String> lines = new ArrayList<>();
		this.view.hops()
			.forEach((hop) -> lines
				.add(hop.kind() + " " + hop.name() + ": " + this.words.of(hop.state()) + ". " + plain(hop.reason())));
		return String.join(" ", lines);
	}

	private void box(StringBuilder svg, Hop hop, HopView shown) {
		int x = x(hop);
		int y = y(hop);
		String color = COLORS.getOrDefault(shown.state(), "#6e7781");
		svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"%s\" "
			.formatted(x, y, WIDTH, HEIGHT, color));
		svg.append("stroke-width=\"%d\"%s/>%n".formatted("down".equals(shown.state()) ? 3 : 2,
				hop.onPath() ? "" : " stroke-dasharray=\"5 4\""));
		text(svg, x + 12, y + 20, "#59636e", "normal", shown.kind());
		text(svg, x + 12, y + 38, "#1f2328", "bold", cut(shown.name(), LINE));
		text(svg, x + 12, y + 56, color, "bold", this.words.of(shown.state()));
		int line = y + 76;
		for (String part : lines(plain(shown.reason()))) {
			text(svg, x + 12, line, "#1f2328", "normal", part);
			line += 16;
		}
	}

	private void connect(StringBuilder svg, ChainGraph.Edge edge) {
		Hop from = this.chain.hops().get(edge.from());
		Hop to = this.chain.hops().get(edge.to());
		int x = x(from) + WIDTH;
		int end = x(to);
		svg.append("<path d=\"M%d %dL%d %dm-6 -4l6 4l-6 4\" fill=\"none\" stroke=\"#59636e\"%s/>%n".formatted(x,
				y(from) + HEIGHT / 2, end, y(to) + HEIGHT / 2, edge.passed() ? "" : " stroke-dasharray=\"4 3\""));
	}

	private int x(Hop hop) {
		return MARGIN + hop.kind().ordinal() * (WIDTH + GAP);
	}

	private int y(Hop hop) {
		return TOP + row(hop) * (HEIGHT + MARGIN);
	}

	// Endpoints stand beside the Service they are of, also where another has none.
	private int row(Hop hop) {
		List<Hop> hops = this.chain.hops();
		int at = hops.indexOf(hop);
		HopKind counted = (hop.kind() == HopKind.ENDPOINTS) ? HopKind.SERVICE : hop.kind();
		long before = hops.subList(0, at).stream().filter((other) -> other.kind() == counted).count();
		return (int) ((hop.kind() == HopKind.ENDPOINTS) ? before - 1 : before);
	}

	private static void text(StringBuilder svg, int x, int y, String color, String weight, String text) {
		svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>%n".formatted(x, y, color, weight,
				escaped(text)));
	}

	private static String plain(String reason) {
		return reason.replace("`", "").replace("**", "");
	}

	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		int used = 0;
		for (int point : text.codePoints().toArray()) {
			int wide = (point > 0x2E7F) ? 2 : 1;
			if (used + wide > LINE + 4 || (point == ' ' && used > LINE - 4)) {
				lines.add(line.toString().strip());
				line.setLength(0);
				used = 0;
			}
			line.appendCodePoint(point);
			used += wide;
		}
		lines.add(line.toString().strip());
		return (lines.size() <= MOST_LINES) ? lines : shortened(lines);
	}

	private static List<String> shortened(List<String> lines) {
		List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
		first.set(MOST_LINES - 1, first.get(MOST_LINES - 1) + "…");
		return first;
	}

	private static String cut(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most - 1) + "…";
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscapeDecimal(VisibleText.of(text), "UTF-8");
	}

}
