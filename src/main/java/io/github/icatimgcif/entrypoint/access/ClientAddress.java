package io.github.icatimgcif.entrypoint.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * From where somebody comes: what the connection says, or a proxy that Quarkus is told to believe
 * ({@code quarkus.http.proxy.trusted-proxies}), and no header besides. Of IPv6 the network, as one customer has 2^64 addresses.
 */
final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        return request.remoteAddress() == null || request.remoteAddress().hostAddress() == null
                ? ""
                : of(request.remoteAddress().hostAddress());
    }

    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address.replaceAll("%.*", "")).getAddress();
            return bytes.length == 4 // an address of IPv4, written as one of IPv6
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
