package dev.sekisho.sandbox.store;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The objects of a type as they were at one revision.
 *
 * @param revision the revision
 * @param items the objects, sorted by namespace and name; shared, never change them
 */
public record Listing(long revision, List<ObjectNode> items) {

}
