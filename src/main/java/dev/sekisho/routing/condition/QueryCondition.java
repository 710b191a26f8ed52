package dev.sekisho.routing.condition;

/**
 * A condition on a query parameter.
 *
 * @param name its name
 * @param condition the condition on its value
 */
public record QueryCondition(String name, StringCondition condition) {

}
