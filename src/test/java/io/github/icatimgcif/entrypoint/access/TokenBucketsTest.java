package io.github.icatimgcif.entrypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TokenBucketsTest {

    private final AtomicLong now = new AtomicLong(-17);
    private final TokenBuckets buckets = new TokenBuckets(6, 3, now::get);

    @Test
    void aMinutesWorthMayComeAtOnceAndThenOneEverySoOften() {
        take("alice", 6);

        assertThat(buckets.take("alice")).contains(Duration.ofSeconds(10));
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(buckets.take("alice")).contains(Duration.ofSeconds(6));
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(buckets.take("alice")).isEmpty();
        assertThat(buckets.take("alice")).contains(Duration.ofSeconds(10));
    }

    @Test
    void whatOneTakesIsNotMissedByAnother() {
        take("alice", 6);

        assertThat(buckets.take("alice")).isPresent();
        take("bob", 6);
    }

    @Test
    void aBucketHoldsNoMoreThanAMinutesWorthHoweverLongNobodyAsked() {
        take("alice", 1);
        now.addAndGet(Duration.ofHours(9).toNanos());

        take("alice", 6);

        assertThat(buckets.take("alice")).isPresent();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainAndIsNeverMoreThanABucket() {
        take("alice", 6);
        buckets.giveBack("alice");

        take("alice", 1);
        assertThat(buckets.take("alice")).isPresent();
        for (int i = 0; i < 20; i++) {
            buckets.giveBack("alice");
        }
        take("alice", 6);
        assertThat(buckets.take("alice")).isPresent();
    }

    @Test
    void onlyTheLastAskersAreRemembered() {
        take("first", 6);
        take("second", 1);
        take("third", 6);
        assertThat(buckets.take("first")).isPresent();

        take("fourth", 1);

        // The second is the one that asked the longest time ago.
        assertThat(buckets.take("first")).isPresent();
        take("second", 6);
    }

    @Test
    void noughtIsNoLimit() {
        TokenBuckets unlimited = new TokenBuckets(0, 3, now::get);

        for (int i = 0; i < 1000; i++) {
            assertThat(unlimited.take("alice")).isEmpty();
        }
    }

    private void take(String asker, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(buckets.take(asker)).as("take %d of %s", i + 1, asker).isEmpty();
        }
    }
}
