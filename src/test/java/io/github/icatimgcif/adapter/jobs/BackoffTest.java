package io.github.icatimgcif.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.WaitsFor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void theWaitDoublesUpToTheLongest() {
        var backoff = backoff(Duration.ofSeconds(3), Duration.ofSeconds(20), 1.0);

        assertThat(backoff.after(WaitsFor.DATA, 1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(backoff.after(WaitsFor.DATA, 3)).isEqualTo(Duration.ofSeconds(12));
        assertThat(backoff.after(WaitsFor.DATA, 4)).isEqualTo(Duration.ofSeconds(20));
        assertThat(backoff.after(WaitsFor.DATA, 4000)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theWaitIsAtLeastHalfOfTheWhole() {
        var backoff = backoff(Duration.ofSeconds(8), Duration.ofMinutes(1), 0.0);

        assertThat(backoff.after(WaitsFor.DATA, 2)).isEqualTo(Duration.ofSeconds(8));
    }

    private static Backoff backoff(Duration first, Duration longest, double random) {
        return new Backoff(Waits.of(what -> new Waits.Wait(first, longest, Duration.ofHours(1))), () -> random);
    }
}
