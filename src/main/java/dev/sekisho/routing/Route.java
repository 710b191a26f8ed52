package dev.sekisho.routing;

/**
 * One route of a virtual host: one match block of one {@code http} entry.
 *
 * @param virtualService the VirtualService it comes from; with delegation the root
 * @param httpIndex index in {@code spec.http}, from 0
 * @param matchIndex index in {@code match} of that entry, from 0; 0 without a match
 * @param name the name istiod gives it: {@code http.name[.match.name]}, or empty
 * @param match its conditions
 * @param action what it does
 * @param rank why it stands where it stands
 * @param contentHash identifies match and action, independent of place and age
 */
public record Route(ObjectName virtualService, int httpIndex, int matchIndex, String name, RouteMatch match,
		RouteAction action, Rank rank, String contentHash) {

}
