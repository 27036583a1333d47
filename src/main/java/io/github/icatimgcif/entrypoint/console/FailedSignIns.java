package io.github.icatimgcif.entrypoint.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often somebody at an address failed to sign in within a minute: passwords are not to be found by trying. A bounded number of
 * addresses is remembered, the last ones. Safe for threads.
 */
final class FailedSignIns {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_ADDRESSES = 10_000;

    private final int most;
    private final LongSupplier nanoseconds;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    private record Failures(long begun, int count) {}

    /**
     * None yet.
     *
     * @param most        failures in a minute after which nothing more is tried
     * @param nanoseconds a time that never steps back, as {@link System#nanoTime}
     */
    FailedSignIns(int most, LongSupplier nanoseconds) {
        this.most = most;
        this.nanoseconds = nanoseconds;
    }

    /** Whether somebody at this address has to wait. */
    synchronized boolean areTooMany(String address) {
        return present(address).count() >= most;
    }

    /** Notes that a try begins: it counts until it has succeeded, so that many at once are not more than one after the other. */
    synchronized void begin(String address) {
        Failures present = present(address);
        failures.put(address, new Failures(present.begun(), present.count() + 1));
        if (failures.size() > MOST_ADDRESSES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /** Notes that one succeeded. */
    synchronized void succeeded(String address) {
        Failures present = present(address);
        failures.put(address, new Failures(present.begun(), Math.max(0, present.count() - 1)));
    }

    private Failures present(String address) {
        long now = nanoseconds.getAsLong();
        Failures known = failures.getOrDefault(address, new Failures(now, 0));
        return now - known.begun() >= MINUTE ? new Failures(now, 0) : known;
    }
}
