package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.conversion.trail.Trail;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Takes the messages of a bus, one after the other: each becomes work or a dead letter, or is passed over. A message may be
 * acknowledged when {@link #take} has returned, and not before, however long the database is away.
 */
public final class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    private static final int MOST_COPYINGS = 6;
    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final Intake intake;
    private final MessageReader reader;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final Traces traces;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** A second place where a bus wants its dead letters. */
    @FunctionalInterface
    public interface Burial {
        /**
         * Returns when the message is there.
         *
         * @param reason what is wrong with it and what would be right
         */
        void bury(String reason);
    }

    /**
     * A reception.
     *
     * @param traces is told of each announcement
     */
    public Reception(
            Intake intake, MessageReader reader, DeadLetters deadLetters, MeterRegistry meters, Traces traces) {
        this.intake = intake;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.traces = traces;
    }

    /**
     * Takes a message; returns when it is stored.
     *
     * @param elsewhere where it goes, too, if it is a dead letter; {@code reason -> {}} where there is no such place
     * @throws RuntimeException if the service ends before; the message is not to be acknowledged then
     */
    public void take(ReceivedMessage message, Burial elsewhere) {
        MessageReading reading = read(message);
        if (reading instanceof MessageReading.Readable readable) {
            untilDone(message, () -> announce(message, readable, elsewhere));
        } else if (reading instanceof MessageReading.PassedOver passed) {
            count(message, "passed-over");
            LOG.debugf("a message is not for this service; origin=%s what=%s", message.origin(), passed.what());
        } else if (reading instanceof MessageReading.Unreadable unreadable) {
            bury(message, unreadable.reason(), elsewhere);
        }
    }

    /** An error of ours comes again with the same message, and must not hold back those behind it. */
    private MessageReading read(ReceivedMessage message) {
        try {
            return reader.read(message.content(), message.headers());
        } catch (RuntimeException | StackOverflowError e) { // a door
            LOG.errorf(e, "a message cannot be read by an error of this service; origin=%s", message.origin());
            return new MessageReading.Unreadable(
                    "an error of this service, see its log: " + e + "; retry it with a version that is mended");
        }
    }

    /** Lets a message go that waits for the database. */
    public void stop() {
        stopping.countDown();
    }

    private void announce(ReceivedMessage message, MessageReading.Readable readable, Burial elsewhere) {
        Trail trail = SentTrail.of(message.headers(), readable.eventId());
        trail.correlation().ifPresent(id -> MDC.put("correlationId", id.text()));
        try (Traces.Step step = traces.begin("receive", trail.trace())) {
            step.note("imgcif.door", message.door());
            intake.accept(readable.dataset(), new Arrival(message.door(), trail.at(traces.here())));
            LOG.debugf("took an announcement; door=%s origin=%s", message.door(), message.origin());
        } catch (IllegalArgumentException e) {
            bury(message, String.valueOf(e.getMessage()), elsewhere);
        } finally {
            MDC.remove("correlationId");
        }
    }

    private void bury(ReceivedMessage message, String reason, Burial elsewhere) {
        untilDone(message, () -> deadLetters.keep(message, reason));
        copied(message, () -> elsewhere.bury(reason));
        count(message, "rejected");
        LOG.warnf(
                "a message announces no dataset; door=%s origin=%s reason=%s",
                message.door(), message.origin(), reason);
    }

    /** It is kept already; a place that never takes the copy must not hold back the messages behind it. */
    private void copied(ReceivedMessage message, Runnable copying) {
        AtomicInteger failures = new AtomicInteger();
        untilDone(message, () -> {
            try {
                copying.run();
            } catch (RuntimeException e) {
                if (failures.incrementAndGet() < MOST_COPYINGS) {
                    throw e;
                }
                LOG.errorf(
                        e,
                        "a dead letter is kept here and could not be copied; door=%s origin=%s",
                        message.door(),
                        message.origin());
            }
        });
    }

    private void untilDone(ReceivedMessage message, Runnable storing) {
        long wait = FIRST_WAIT_MILLIS;
        while (true) {
            try {
                storing.run();
                return;
            } catch (RuntimeException | Error e) { // a door: whatever it is, the message must not be lost
                if (stopping.getCount() == 0) {
                    throw e;
                }
                count(message, "unavailable");
                LOG.warnf(
                        e instanceof Unavailable ? null : e,
                        "cannot store a message yet; door=%s origin=%s again-in=%dms cause=%s",
                        message.door(),
                        message.origin(),
                        wait,
                        e.getMessage());
                pause(wait, e);
                wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            }
        }
    }

    private void pause(long millis, Throwable cause) {
        try {
            if (!stopping.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the service ends before a message is stored", cause);
    }

    private void count(ReceivedMessage message, String result) {
        meters.counter("imgcif.events", "door", message.door(), "result", result)
                .increment();
    }
}
