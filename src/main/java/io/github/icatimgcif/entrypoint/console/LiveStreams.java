package io.github.icatimgcif.entrypoint.console;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The parts of pages as they change. Each stream ends after some minutes and the browser asks again, so that a right that was taken
 * away counts; a bounded number is open.
 */
@Singleton
public final class LiveStreams {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int EVENTS = 150;
    private static final int MOST_STREAMS = 50;

    private final AtomicInteger open = new AtomicInteger();

    LiveStreams() {}

    /**
     * A stream of a part, which is made anew for each event.
     *
     * @throws ServiceUnavailableException if as many are open as there may be
     */
    Multi<String> of(Supplier<String> part) {
        if (open.get() >= MOST_STREAMS) {
            throw new ServiceUnavailableException(EVERY.toSeconds());
        }
        return Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        tick -> Uni.createFrom().item(part).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .select()
                .first(EVENTS)
                .onSubscription()
                .invoke(open::incrementAndGet)
                .onTermination()
                .invoke(open::decrementAndGet);
    }
}
