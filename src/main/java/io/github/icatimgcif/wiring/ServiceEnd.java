package io.github.icatimgcif.wiring;

import io.github.icatimgcif.wiring.embedded.EmbeddedServers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the service, after which its embedded servers are stopped, and not before. */
final class ServiceEnd {

    // Longer than the service takes to finish what it has begun (imgcif.jobs.shutdown-wait); then the servers are
    // stopped anyway.
    private static final long PATIENCE_SECONDS = 60;

    private final EmbeddedServers servers;
    private final CountDownLatch ended = new CountDownLatch(1);

    ServiceEnd(EmbeddedServers servers) {
        this.servers = servers;
    }

    /** The service has ended: stops its servers. */
    void reached() {
        servers.close();
        ended.countDown();
    }

    /** Returns when the servers are stopped. */
    void await() {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                servers.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            servers.close();
        }
    }
}
