package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Journal;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WaitingDownloadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void anErrorEndsTheWaitForThatDatasetAndNotTheLooking() {
        AtomicInteger looks = new AtomicInteger();
        WaitingDownloads waiting = new WaitingDownloads(
                journal(() -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new StackOverflowError();
                    }
                }),
                new DownloadSettings(LONG, 10));

        assertThat(waiting.ended("/data/run_01", LONG)).succeedsWithin(PATIENCE);

        assertThat(waiting.ended("/data/run_02", LONG)).succeedsWithin(PATIENCE);
        assertThat(looks).hasValue(2);
    }

    /** A journal that knows no dataset, so that nothing more is to come of any. */
    private static Journal journal(Runnable asked) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("find")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    asked.run();
                    return Optional.empty();
                });
    }
}
