package io.github.icatimgcif.entrypoint.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each of a bounded number of askers, the last ones. A bucket holds a minute's worth and fills evenly; a request
 * takes a token. Whoever was forgotten has a full bucket. Safe for threads.
 */
final class TokenBuckets {

    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    private final int inAMinute;
    private final int most;
    private final LongSupplier nanoseconds;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long at) {}

    /**
     * Full ones.
     *
     * @param inAMinute   tokens that come in a minute, and that a bucket holds; 0 for as many as are wanted
     * @param most        how many askers are remembered
     * @param nanoseconds a time that never steps back, as {@link System#nanoTime}
     */
    TokenBuckets(int inAMinute, int most, LongSupplier nanoseconds) {
        this.inAMinute = inAMinute;
        this.most = most;
        this.nanoseconds = nanoseconds;
    }

    /** Takes a token; empty if there was one, else how long it is until there is one. */
    synchronized Optional<Duration> take(String asker) {
        if (inAMinute == 0) {
            return Optional.empty();
        }
        Bucket present = present(asker);
        if (present.tokens() < 1) {
            keep(asker, present);
            return Optional.of(Duration.ofNanos((long) Math.ceil((1 - present.tokens()) * MINUTE / inAMinute)));
        }
        keep(asker, new Bucket(present.tokens() - 1, present.at()));
        return Optional.empty();
    }

    /** Gives back a token that was taken. */
    synchronized void giveBack(String asker) {
        if (inAMinute > 0) {
            Bucket present = present(asker);
            keep(asker, new Bucket(Math.min(inAMinute, present.tokens() + 1), present.at()));
        }
    }

    private Bucket present(String asker) {
        long now = nanoseconds.getAsLong();
        Bucket known = buckets.get(asker);
        return known == null
                ? new Bucket(inAMinute, now)
                : new Bucket(Math.min(inAMinute, known.tokens() + (now - known.at()) / MINUTE * inAMinute), now);
    }

    private void keep(String asker, Bucket bucket) {
        buckets.put(asker, bucket);
        if (buckets.size() > most) {
            buckets.remove(buckets.keySet().iterator().next());
        }
    }
}
