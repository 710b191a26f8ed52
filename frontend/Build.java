import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs npm for Maven, and only when there is something to do: packages are installed when the lock file changed,
 * assets are built (or the checks run) when any of their inputs changed. Plain Java, so that it works on every
 * system and can say clearly what is missing. Run by "java Build.java build|verify <target folder>" in frontend/.
 */
class Build {

	private static final String WINDOWS_SUFFIX = System.getProperty("os.name").startsWith("Windows") ? ".cmd" : "";

	private static final List<String> INPUTS = List.of("package.json", "package-lock.json", ".npmrc", "vite.config.ts",
			"tsconfig.json", "eslint.config.js", ".prettierrc.json", ".prettierignore", "Build.java", "src", "scripts", "test");

	public static void main(String[] args) throws Exception {
		String task = args[0];
		Path target = Path.of(args[1]).toAbsolutePath();
		Path assets = target.resolve("classes/static/assets");
		Path stamp = target.resolve("frontend-" + task + ".sha256");
		String inputs = hash(INPUTS.stream().map(Path::of).toList());
		boolean present = !task.equals("build") || Files.exists(assets.resolve("manifest.json"));
		if (present && inputs.equals(read(stamp))) {
			return;
		}
		requireNode();
		installPackages();
		run("npm run --silent " + task, assets, "npm" + WINDOWS_SUFFIX, "run", "--silent", task);
		Files.createDirectories(target);
		Files.writeString(stamp, inputs);
	}

	private static void installPackages() throws Exception {
		Path stamp = Path.of("node_modules", ".sekisho-lock.sha256");
		String lock = hash(List.of(Path.of("package.json"), Path.of("package-lock.json"), Path.of(".npmrc")));
		if (!lock.equals(read(stamp))) {
			System.out.println("Installing the front end's packages (npm ci)");
			run("npm ci", Path.of("."), "npm" + WINDOWS_SUFFIX, "ci", "--no-fund", "--no-audit", "--loglevel=error");
			Files.writeString(stamp, lock);
		}
	}

	private static void requireNode() throws Exception {
		String version;
		try {
			Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
			version = new String(node.getInputStream().readAllBytes()).trim();
			node.waitFor();
		}
		catch (IOException ex) {
			throw fail("Node.js isn't installed or isn't on the PATH.");
		}
		Matcher matcher = Pattern.compile("v(\\d+)\\.(\\d+)\\..*").matcher(version);
		if (!matcher.matches()) {
			throw fail("\"node --version\" answered \"" + version + "\".");
		}
		int major = Integer.parseInt(matcher.group(1));
		if (major < 20 || (major == 20 && Integer.parseInt(matcher.group(2)) < 19)) {
			throw fail("Node.js " + version + " is too old.");
		}
	}

	private static void run(String what, Path assets, String... command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().put("SEKISHO_ASSETS", assets.toString());
		int code = builder.start().waitFor();
		if (code != 0) {
			System.err.println("The front end's \"" + what + "\" failed (exit code " + code + "). Its output is above.");
			System.exit(1);
		}
	}

	private static IllegalStateException fail(String problem) {
		System.err.println(String.join(System.lineSeparator(), "", problem,
				"Sekisho's pages are built with Node.js 20.19 or newer and npm: install them, or",
				"build without the pages' styles and scripts: add -Dskip.frontend", ""));
		System.exit(1);
		return new IllegalStateException(problem);
	}

	private static String hash(List<Path> roots) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (Path file : files(roots)) {
			digest.update(file.toString().replace('\\', '/').toLowerCase(Locale.ROOT).getBytes());
			digest.update(Files.readAllBytes(file));
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static List<Path> files(List<Path> roots) throws IOException {
		List<Path> files = new ArrayList<>();
		for (Path root : roots) {
			if (Files.exists(root)) {
				try (Stream<Path> tree = Files.walk(root)) {
					tree.filter(Files::isRegularFile).sorted().forEach(files::add);
				}
				catch (UncheckedIOException ex) {
					throw ex.getCause();
				}
			}
		}
		return files;
	}

	private static String read(Path file) throws IOException {
		return Files.exists(file) ? Files.readString(file) : "";
	}

}
