package io.github.icatimgcif.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void theWaitDoublesUpToTheLongest() {
        var backoff = new Backoff(Duration.ofSeconds(3), Duration.ofSeconds(20), () -> 1.0);

        assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(3));
        assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(12));
        assertThat(backoff.after(4)).isEqualTo(Duration.ofSeconds(20));
        assertThat(backoff.after(4000)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theWaitIsAtLeastHalfOfTheWhole() {
        var backoff = new Backoff(Duration.ofSeconds(8), Duration.ofMinutes(1), () -> 0.0);

        assertThat(backoff.after(2)).isEqualTo(Duration.ofSeconds(8));
    }
}
