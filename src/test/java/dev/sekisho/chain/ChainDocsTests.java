package dev.sekisho.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/chain.md} says what every state of every hop means. Written anew with
 * {@code -Dsekisho.docs.write=true}.
 */
class ChainDocsTests {

	private static final Path PAGE = Path.of("docs/chain.md");

	private static final String INTRODUCTION = """
			# The chain

			The chain shows every object that a request passes from the load balancer to the pods, or that is read on
			the way. Everything is read from the Kubernetes API, and from istiod where `sekisho.chain.istiod.urls` is set;
			neither AWS nor Envoy is asked, unless a probe is sent on demand. *Unknown* is neither
			healthy nor down: the present health of an ALB isn't known from Kubernetes, since a readiness gate that is
			True only says that the target was healthy when it was registered.

			The worst hop decides the state of the chain. What you may not see in Kubernetes is told by no hop.

			Each row below is found in at least one of the worlds in `src/test/resources/worlds/chain`, named last.

			| also | where |
			|---|---|
			| JSON | `GET /api/v1/chains/{namespace}/{virtualService}`, or `GET /api/v1/chains?url=...` |
			| picture, Mermaid | the same with `.svg` or `.mmd` |
			| a request through the gateway | `POST /api/v1/chains/{namespace}/{virtualService}/probes`, off unless `sekisho.chain.probe.cidrs` is set |
			| what reaches a Service | `GET /api/v1/chains?service={namespace}/{name}` |
			| a whole shared gateway | page `/gateways/{name}/map`, `GET /api/v1/gateways/{name}/map` |
			| ALBs that could move onto it | page `/gateways/{name}/albs`, `GET /api/v1/gateways/{name}/albs` |
			| breaking each hop on purpose | page `/sandbox`, in a sandbox only |
			""";

	@Test
	void thePageIsWhatTheWorldsSay() throws IOException {
		String page = page();
		if (Boolean.getBoolean("sekisho.docs.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).content().as("write it with -Dsekisho.docs.write=true").isEqualTo(page);
	}

	private static String page() throws IOException {
		Map<HopKind, Map<String, Row>> rows = rows();
		ResourceBundle texts = ResourceBundle.getBundle("messages.chain", Locale.ROOT,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		StringBuilder page = new StringBuilder(INTRODUCTION);
		rows.forEach((kind, states) -> {
			page.append("\n## ").append(texts.getString("chain.kind." + kind.code()));
			page.append((kind == HopKind.GATEWAY_SERVICE) ? " of the gateway" : "");
			page.append("\n\n| reason | state | what it says | requests | world |\n|---|---|---|---|---|\n");
			states.forEach((code,
					row) -> page.append("| `%s` | %s | %s | %s | `%s` |%n".formatted(code, row.state().code(),
							cell(texts.getString("chain." + code)),
							cell(texts.getString("chain.effect." + row.effect().code())), row.world())));
		});
		return page.toString();
	}

	private static Map<HopKind, Map<String, Row>> rows() throws IOException {
		Map<HopKind, Map<String, Row>> rows = new TreeMap<>();
		for (String name : ChainWorldTests.worlds()) {
			World world = World.read(name);
			for (Hop hop : ChainResolver.resolve(world.seen(), world.subject()).hops()) {
				rows.computeIfAbsent(hop.kind(), (kind) -> new TreeMap<>())
					.putIfAbsent(hop.reason().code(), new Row(hop.state(), hop.effect(), name));
			}
		}
		return rows;
	}

	private static String cell(String text) {
		return text.replace("|", "\\|").replaceAll("\\{(\\d)}", "…");
	}

	/**
	 * A row of the page.
	 *
	 * @param state the state
	 * @param effect what it means for requests
	 * @param world the first world that has it
	 */
	private record Row(HopState state, Effect effect, String world) {

	}

}
