package dev.sekisho.route;

/**
 * Who stands behind a namespace.
 *
 * @param team the team; the namespace's own name where it doesn't say
 * @param contact how to reach it; empty where it doesn't say
 */
public record Owner(String team, String contact) {

}
