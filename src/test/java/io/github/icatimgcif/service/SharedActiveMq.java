package io.github.icatimgcif.service;

import java.util.Optional;

/** A real ActiveMQ, started once for all tests of this JVM. */
public final class SharedActiveMq {

    private static Optional<ActiveMq> running = Optional.empty();

    private SharedActiveMq() {}

    /** The broker. */
    public static synchronized ActiveMq broker() {
        if (running.isEmpty()) {
            ActiveMq started = ActiveMq.start();
            // Nobody knows which test is the last one: it ends with the JVM of the tests.
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "test-activemq-end"));
            running = Optional.of(started);
        }
        return running.get();
    }
}
