package io.github.icatimgcif.entrypoint.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FailedSignInsTest {

    private final AtomicLong now = new AtomicLong(-17);
    private final FailedSignIns failures = new FailedSignIns(3, now::get);

    @Test
    void afterSomeFailuresNothingMoreIsTriedForAMinute() {
        fail("192.0.2.7", 3);

        assertThat(failures.areTooMany("192.0.2.7")).isTrue();
        assertThat(failures.areTooMany("192.0.2.8")).isFalse();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(failures.areTooMany("192.0.2.7")).isFalse();
    }

    @Test
    void whoSucceedsIsNotCounted() {
        for (int i = 0; i < 5; i++) {
            failures.begin("192.0.2.7");
            failures.succeeded("192.0.2.7");
        }

        assertThat(failures.areTooMany("192.0.2.7")).isFalse();
    }

    @Test
    void manyAddressesDoNotMakeTheLastOnesForgotten() {
        for (int i = 0; i < 20_000; i++) {
            fail("198.51.100." + i, 1);
        }
        fail("192.0.2.7", 3);

        assertThat(failures.areTooMany("192.0.2.7")).isTrue();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            failures.begin(address);
        }
    }
}
