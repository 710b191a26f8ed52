package dev.sekisho.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.sekisho.sandbox.access.Rbac;
import dev.sekisho.sandbox.access.Tokens;
import dev.sekisho.sandbox.access.User;
import dev.sekisho.sandbox.server.ApiServer;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * A running sandbox: an API server on loopback with the seeded situation. Each start has
 * an empty memory, a certificate of its own and new secret tokens.
 */
public final class Sandbox {

	private static final String PORTAL = "sekisho";

	private final ObjectStore store = new ObjectStore();

	private final ApiServer server;

	private final String portalToken;

	private final String adminToken;

	private final Kubeconfig kubeconfig;

	private final Faults faults;

	private Sandbox(SandboxSettings settings) {
		ResourceTypes types = new ResourceTypes(this.store);
		new Seed(this.store, types).plant();
		this.faults = new Faults(this.store, types);
		Tokens tokens = new Tokens();
		Person.ALL.forEach((person) -> tokens.accept(person.token(), user(person)));
		this.portalToken = tokens.issue(User.serviceAccount(PORTAL, PORTAL, uid(PORTAL)));
		this.adminToken = tokens.issue(User.person("admin", uid("admin"), List.of(Rbac.MASTERS)));
		this.server = ApiServer.start(settings.port(), this.store, types, tokens);
		this.kubeconfig = Kubeconfig.write(settings.kubeconfig(), url().toString(), certificate(), contexts());
	}

	/**
	 * Starts a sandbox.
	 * @param settings its settings
	 * @return the running sandbox
	 */
	public static Sandbox start(SandboxSettings settings) {
		return new Sandbox(settings);
	}

	/**
	 * Stops the API server and removes the kubeconfig.
	 */
	public void stop() {
		this.server.stop();
		this.kubeconfig.remove();
	}

	/**
	 * Forgets the events so far, as API servers do after some minutes: watches that begin
	 * before this moment end with 410 Gone.
	 */
	public void forgetEvents() {
		this.store.compact();
	}

	/**
	 * Where the API server is.
	 * @return its address
	 */
	public URI url() {
		return URI.create("https://127.0.0.1:" + this.server.port());
	}

	/**
	 * The API server's certificate, to be trusted.
	 * @return the certificate in PEM
	 */
	public String certificate() {
		return this.server.certificate();
	}

	/**
	 * The kubeconfig with a context for each person and one for the administrator.
	 * @return the file
	 */
	public Path kubeconfig() {
		return this.kubeconfig.file();
	}

	/**
	 * The secret token of the portal's service account.
	 * @return the token
	 */
	public String portalToken() {
		return this.portalToken;
	}

	/**
	 * The secret token of the administrator.
	 * @return the token
	 */
	public String adminToken() {
		return this.adminToken;
	}

	/**
	 * Who can sign in.
	 * @return the people
	 */
	public List<Person> people() {
		return Person.ALL;
	}

	/**
	 * What can be broken on purpose.
	 * @return the faults
	 */
	public Faults faults() {
		return this.faults;
	}

	private Map<String, String> contexts() {
		Map<String, String> tokens = new LinkedHashMap<>();
		Person.ALL.forEach((person) -> tokens.put(person.username(), person.token()));
		tokens.put("admin", this.adminToken);
		return tokens;
	}

	private static User user(Person person) {
		return User.person(person.username(), uid(person.username()), person.groups());
	}

	private static String uid(String name) {
		return UUID.nameUUIDFromBytes(("sandbox/" + name).getBytes(StandardCharsets.UTF_8)).toString();
	}

}
