package io.github.icatimgcif.adapter.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where the addresses of hosts are looked up. */
interface Names {

    /**
     * All addresses of a host.
     *
     * @throws UnknownHostException if nobody knows it
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** As this machine knows them. */
    static List<InetAddress> ofThisMachine(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
