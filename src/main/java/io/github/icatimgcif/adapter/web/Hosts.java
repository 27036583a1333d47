package io.github.icatimgcif.adapter.web;

import java.util.List;

/** The hosts that may be asked. */
final class Hosts {

    private final List<HostPattern> anywhere;
    private final List<HostPattern> withinToo;

    /**
     * The hosts.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    Hosts(List<String> hosts, List<String> privateHosts) {
        this.anywhere = hosts.stream().map(HostPattern::parse).toList();
        this.withinToo = privateHosts.stream().map(HostPattern::parse).toList();
    }

    /**
     * Nothing, for a host that may be asked.
     *
     * @throws NotAllowed if it may not
     */
    void demand(WebAddress address) {
        if (!has(anywhere, address.host(), address.port()) && !has(withinToo, address.host(), address.port())) {
            throw new NotAllowed(address.site() + " is not among the hosts that may be asked");
        }
    }

    /** Whether a host may be asked at an address of this kind. */
    boolean allows(AddressKind kind, String host, int port) {
        return switch (kind) {
            case PUBLIC -> true;
            case PRIVATE, LOOPBACK -> has(withinToo, host, port);
            case LINK_LOCAL, OTHER -> false;
        };
    }

    private static boolean has(List<HostPattern> patterns, String host, int port) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(host, port));
    }
}
