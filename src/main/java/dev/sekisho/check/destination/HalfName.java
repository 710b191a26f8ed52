package dev.sekisho.check.destination;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;

/**
 * A destination's name is either short or complete. Istio takes anything between, such as
 * {@code name.namespace}, for a host outside ({@code ResolveShortnameToFQDN}).
 */
class HalfName implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0404").like("IST0101", "KIA1101");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Target target : Target.of(examination)) {
			String full = (target.key() == null) ? of(target, examination) : null;
			if (full != null) {
				Fix fix = new Fix("check.fix.full-name",
						List.of(new JsonPatchOperation("replace", target.hostField().path(), full)));
				report.add(this,
						Occurrence.at(target.hostField().path(), Argument.text(target.host()), Argument.text(full))
							.repairedBy(fix));
			}
		}
	}

	/**
	 * The complete name that a name was probably meant as.
	 * @param target a target without a Service
	 * @param examination the examination
	 * @return the name; {@code null} if it isn't the name of a known Service
	 */
	static @Nullable String of(Target target, Examination examination) {
		String host = target.host().toLowerCase(Locale.ROOT);
		host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		String[] labels = host.split("\\.", -1);
		if (labels.length < 2 || !(".svc." + examination.mesh().clusterDomain() + ".").startsWith(rest(labels))) {
			return null;
		}
		boolean own = labels[1].equals(examination.namespace());
		boolean known = own && examination.surroundings().service(new ObjectKey(labels[1], labels[0])).isPresent();
		return known ? labels[0] + "." + labels[1] + ".svc." + examination.mesh().clusterDomain() : null;
	}

	private static String rest(String[] labels) {
		StringBuilder rest = new StringBuilder(".");
		for (int i = 2; i < labels.length; i++) {
			rest.append(labels[i]).append('.');
		}
		return rest.toString();
	}

}
