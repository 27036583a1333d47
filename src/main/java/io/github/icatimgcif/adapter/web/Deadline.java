package io.github.icatimgcif.adapter.web;

import java.time.Duration;

/** When everything about a URI must be done. */
final class Deadline {

    private final Duration whole;
    private final long end;

    private Deadline(Duration whole, long end) {
        this.whole = whole;
        this.end = end;
    }

    /** So long from now. */
    static Deadline in(Duration whole) {
        return new Deadline(whole, System.nanoTime() + whole.toNanos());
    }

    /** Milliseconds from now, rounded up and at least one. */
    long millisecondsLeft() {
        return Math.max(1, (end - System.nanoTime()) / 1_000_000 + 1);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** How long it was from the beginning. */
    Duration whole() {
        return whole;
    }
}
