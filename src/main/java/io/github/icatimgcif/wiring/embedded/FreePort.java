package io.github.icatimgcif.wiring.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class FreePort {

    /**
     * Below those that systems give to outgoing connections (32768 on Linux, 49152 elsewhere): one of those may be taken before the
     * server is up that it was found for.
     */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;

    private static final int TRIES = 100;

    private FreePort() {}

    /** A port of the loopback address that nobody listens on now. */
    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            try {
                int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
                return bound(InetAddress.getLoopbackAddress(), port, "any free port");
            } catch (CannotStart taken) {
                continue; // the next one
            }
        }
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
