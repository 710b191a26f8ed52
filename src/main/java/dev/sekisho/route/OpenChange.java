package dev.sekisho.route;

import dev.sekisho.cluster.ObjectKey;

/**
 * A change that may still be applied.
 *
 * @param key its namespace and name
 * @param sharedGateway the name of the shared gateway it is for
 * @param virtualService the VirtualService it is about
 * @param approved whether it only waits to be applied
 */
public record OpenChange(ObjectKey key, String sharedGateway, ObjectKey virtualService, boolean approved) {

}
