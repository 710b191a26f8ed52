package dev.sekisho.review.web;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Preview;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.table.RouteTable;

/**
 * Where a VirtualService's first route would stand.
 *
 * @param virtualHost the virtual host
 * @param position its position there, from 1
 * @param of how many routes there are
 */
record Place(String virtualHost, int position, int of) {

	static @Nullable Place of(Preview preview) {
		ObjectName name = new ObjectName(preview.virtualService().namespace(), preview.virtualService().name());
		RouteTable table = preview.verdict().after().routeTable();
		for (int port : table.ports()) {
			for (VirtualHost host : table.virtualHosts(port)) {
				for (int i = 0; i < host.routes().size(); i++) {
					if (host.routes().get(i).virtualService().equals(name)) {
						return new Place(host.name(), i + 1, host.routes().size());
					}
				}
			}
		}
		return null;
	}

}
