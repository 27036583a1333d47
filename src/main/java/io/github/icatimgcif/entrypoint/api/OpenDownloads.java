package io.github.icatimgcif.entrypoint.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many downloads are being made while they are sent: each has files open, and an export an image in memory. */
@Singleton
public final class OpenDownloads {

    private static final String SECONDS_TO_WAIT = "20";

    private final Semaphore streams;
    private final Semaphore exports;

    OpenDownloads(StreamSettings settings) {
        this.streams = new Semaphore(settings.atOnce());
        this.exports = new Semaphore(settings.exportsAtOnce());
    }

    /**
     * Room for one more; to be given back once it is over, more than once does no harm.
     *
     * @throws WebApplicationException with the answer, if there is none
     */
    Runnable stream() {
        return room(streams);
    }

    /**
     * Room for one more export of frames.
     *
     * @throws WebApplicationException with the answer, if there is none
     */
    Runnable export() {
        return room(exports);
    }

    private static Runnable room(Semaphore among) {
        if (!among.tryAcquire()) {
            throw new WebApplicationException(Response.fromResponse(
                            Problem.response(
                                    Response.Status.SERVICE_UNAVAILABLE,
                                    "as many such downloads are under way as this service makes at once: try again in a moment"))
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                    .build());
        }
        AtomicBoolean isGivenBack = new AtomicBoolean();
        return () -> {
            if (isGivenBack.compareAndSet(false, true)) {
                among.release();
            }
        };
    }
}
