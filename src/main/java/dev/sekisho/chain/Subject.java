package dev.sekisho.chain;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.route.Culprit;
import dev.sekisho.route.SharedGateway;

/**
 * Whose chain is asked for, and by whom.
 *
 * @param gateway the shared gateway it is seen through
 * @param virtualService the VirtualService
 * @param placement where its routes stand
 * @param freshness how old the route table may be
 * @param drift its drift, if there is any
 * @param planned whether the VirtualService is a proposal
 * @param visible which namespaces the reader may see
 * @param culprits what freezes the gateway; empty if it isn't frozen
 * @param team the team behind a namespace
 */
record Subject(SharedGateway gateway, VirtualServiceFacts virtualService, Placement placement, Freshness freshness,
		@Nullable Drift drift, boolean planned, Predicate<String> visible, List<Culprit> culprits,
		UnaryOperator<String> team) {

}
