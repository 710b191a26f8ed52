package dev.sekisho.route.web;

/**
 * A quick filter.
 *
 * @param text its label
 * @param count how many it leaves; empty if that isn't known
 * @param href its address
 * @param current whether it is set
 * @param tone its icon; empty for none
 */
record Facet(String text, String count, String href, boolean current, String tone) {

}
