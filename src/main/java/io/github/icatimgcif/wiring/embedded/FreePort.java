package io.github.icatimgcif.wiring.embedded;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /**
     * One for each port that was given, bound to the datagram port of the same number, which no server of this program uses: who asks
     * next, in this process or another, is given another port. Between the finding of a port and the listening on it lie seconds.
     */
    private static final Queue<DatagramSocket> GIVEN = new ConcurrentLinkedQueue<>();

    private FreePort() {}

    /** A port of the loopback address that nobody listens on now, and that this is given to nobody else as long as this process lives. */
    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int drawn = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                int port = bound(InetAddress.getLoopbackAddress(), drawn, "any free port");
                GIVEN.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
                return port;
            } catch (SocketException | CannotStart taken) {
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
