package dev.sekisho.routing.manifest;

/**
 * What was worked out from a manifest and is kept with it, so that an object that didn't
 * change isn't worked through again.
 */
public interface Derived {

}
