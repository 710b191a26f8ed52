package dev.sekisho.chain;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.StringMatch;

/**
 * A route that leads to a Service.
 *
 * @param sharedGateway the shared gateway it is on
 * @param virtualService the VirtualService it comes from
 * @param virtualHost the name of its virtual host
 * @param position its position there, counted from 1
 * @param total how many routes the virtual host has
 * @param path what it asks of the path
 * @param port the port of the Service it sends to; 0 if it names none
 * @param weight the part of its requests that goes to the Service
 * @param verdict whether requests reach it
 */
public record Reached(String sharedGateway, ObjectKey virtualService, String virtualHost, int position, int total,
		StringMatch path, int port, long weight, Reach.Verdict verdict) {

}
