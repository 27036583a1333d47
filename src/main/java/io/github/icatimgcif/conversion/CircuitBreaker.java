package io.github.icatimgcif.conversion;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps work away from something outside that does not answer. After so many failures in a row, each of another piece of work, it
 * is open and nothing is admitted for a while; then one piece tries, and its end opens or closes it again: what was admitted
 * before has no say meanwhile. A piece that tries for long may hang in something else, so the next one may try beside it. What is
 * sent away is told when to come back, a bounded number in a second. Safe for threads.
 */
public final class CircuitBreaker {

    /** Pauses double so often at most. */
    private static final int LARGEST_EXPONENT = 20;

    private static final Ticket NONE = new Ticket(0);

    private final Settings settings;
    private final LongSupplier nanoseconds;

    private State state = State.CLOSED;
    private int failures;
    private String lastFailed = "";
    private String reason = "";
    private int openings;
    private long openUntil;
    private long sentAway;
    private long admitted;
    private Ticket trial = NONE;
    private long triesSince;
    private long openedAt;

    /**
     * How it works.
     *
     * @param failures    failures in a row that open it
     * @param pause       how long it is open for the first time; twice as long each time that the try fails
     * @param longest     how long it is open at most before the next try
     * @param trial       after which time the next piece may try, though the one that tries has not come to its end
     * @param perSecond   how many of those that are sent away come back in a second
     */
    public record Settings(int failures, Duration pause, Duration longest, Duration trial, int perSecond) {}

    /** Whether work is admitted. */
    public enum State {
        /** All. */
        CLOSED,
        /** None. */
        OPEN,
        /** One piece, which tries. */
        TRYING
    }

    /** The answer to a piece of work that asks to be let in. */
    public sealed interface Admission {}

    /**
     * The work may begin.
     *
     * @param number tells it from all other work
     */
    public record Ticket(long number) implements Admission {}

    /**
     * The work may not begin.
     *
     * @param after after which time to ask again
     */
    public record SentAway(Duration after) implements Admission {}

    /**
     * A closed one.
     *
     * @param nanoseconds a time that never steps back, as {@link System#nanoTime}
     */
    public CircuitBreaker(Settings settings, LongSupplier nanoseconds) {
        this.settings = settings;
        this.nanoseconds = nanoseconds;
    }

    /**
     * Asks to be let in. Whoever gets a ticket must say with it how it ended: {@link #answered}, {@link #failed} or {@link #left};
     * and may say before that {@link #answers}.
     */
    public synchronized Admission enter() {
        if (state == State.CLOSED) {
            return ticket();
        }
        long now = nanoseconds.getAsLong();
        long left = openUntil - now;
        if (state == State.OPEN
                ? left <= 0
                : now - triesSince >= settings.trial().toNanos()) {
            state = State.TRYING;
            trial = ticket();
            triesSince = now;
            return trial;
        }
        long later = sentAway++ * 1_000_000_000L / settings.perSecond();
        return new SentAway(Duration.ofNanos(Math.max(left, settings.pause().toNanos() / 2) + later));
    }

    /**
     * It answered, and the work needs it again before it ends. If this is the piece that tries, all are let in meanwhile, and it
     * still opens it alone if it fails; of other work this says nothing.
     */
    public synchronized void answers(Ticket ticket) {
        if (state == State.TRYING && !isOvertaken(ticket)) {
            close();
        }
    }

    /** It answered, whatever it said. */
    public synchronized void answered(Ticket ticket) {
        if (isOvertaken(ticket)) {
            return;
        }
        close();
        openings = 0;
        trial = NONE;
    }

    /**
     * It did not answer.
     *
     * @param work   which piece of work found that; one that fails again and again counts once, it may be the work's own fault
     * @param why    for a person
     */
    public synchronized void failed(Ticket ticket, String work, String why) {
        if (isOvertaken(ticket) || (state == State.CLOSED && work.equals(lastFailed))) {
            return;
        }
        lastFailed = work;
        failures++;
        if (state != State.CLOSED || ticket.equals(trial) || failures >= settings.failures()) {
            open(why);
        }
    }

    /** The work ended without having needed it; another piece may try. */
    public synchronized void left(Ticket ticket) {
        if (state == State.TRYING && ticket.equals(trial)) {
            state = State.OPEN;
        }
    }

    /** Whether work is admitted now. */
    public synchronized State state() {
        return state;
    }

    /** Why it is not closed; empty text if it is. */
    public synchronized String reason() {
        return reason;
    }

    private Ticket ticket() {
        return new Ticket(++admitted);
    }

    /** Whether another piece tries: what this one met is older. What was admitted since it opened, tries or tried itself. */
    private boolean isOvertaken(Ticket ticket) {
        return state == State.TRYING && ticket.number() <= openedAt;
    }

    private void close() {
        state = State.CLOSED;
        failures = 0;
        sentAway = 0;
        lastFailed = "";
        reason = "";
    }

    private void open(String why) {
        long pause = settings.pause().toNanos() << Math.min(openings, LARGEST_EXPONENT);
        if (state != State.OPEN) {
            openings++;
            sentAway = 0;
            openedAt = admitted;
            openUntil =
                    nanoseconds.getAsLong() + Math.min(pause, settings.longest().toNanos());
        }
        state = State.OPEN;
        reason = why;
    }
}
