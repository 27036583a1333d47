package io.github.icatimgcif.wiring.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
public final class FreePort {

    private FreePort() {}

    /** A port of the loopback address that nobody listens on now. */
    public static int any() {
        return bound(InetAddress.getLoopbackAddress(), 0, "any free port");
    }

    /**
     * Makes sure that nobody listens on a port, before anything that takes long is started.
     *
     * @param purpose what the port is for, in the words of its configuration key
     * @throws CannotStart if somebody does
     */
    public static void require(InetAddress address, int port, String purpose) {
        bound(address, port, purpose);
    }

    private static int bound(InetAddress address, int port, String purpose) {
        try (ServerSocket socket = new ServerSocket()) {
            // A server that ended a moment ago leaves connections in TIME_WAIT; they do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "port " + port + " is taken by another program (" + e.getMessage() + "): stop that one, or choose"
                            + " another port with " + purpose,
                    e);
        }
    }
}
