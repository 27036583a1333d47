package io.github.icatimgcif.adapter.outbox;

import io.github.icatimgcif.conversion.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is to leave by one channel, in a thread of its own. Each service has one; a message is in the hand of one of them at
 * a time, for as long as their transaction lasts. A service that dies in between has sent a message that is not noted: it is sent
 * again, under the same id.
 */
public final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    // Longer than any carrier takes for a batch.
    private static final int TRANSACTION_SECONDS = 120;
    private static final int MOST_DOUBLINGS = 20;
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Channel channel;
    private final OutboxTable outbox;
    private final Carrier carrier;
    private final RelaySettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private volatile boolean troubled;
    private volatile boolean ended;

    /** A relay that does not run yet. */
    public Relay(
            Channel channel,
            OutboxTable outbox,
            Carrier carrier,
            RelaySettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.channel = channel;
        this.outbox = outbox;
        this.carrier = carrier;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "outbox-" + channel.word());
            made.setDaemon(true);
            return made;
        });
    }

    /** Begins to send. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the relay
    public void start() {
        thread.scheduleWithFixedDelay(this::sendAll, 0, settings.polling().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends what it has in hand, and ends. What is left is sent by the next start, or by another service. */
    public void stop() {
        ended = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void sendAll() {
        try {
            boolean isMore = true;
            while (isMore && !ended) {
                isMore = QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(this::sendSome);
            }
        } catch (Unavailable | QuarkusTransactionException e) {
            LOG.warnf("messages cannot be sent now; channel=%s cause=%s", channel.word(), e.getMessage());
        } catch (RuntimeException
                | Error e) { // a door: whatever is thrown further ends the relay for good, and silently
            LOG.errorf(e, "an error of this service while it sent messages; channel=%s", channel.word());
        }
    }

    /** Sends a batch; one message only where the last batch failed as a whole. Returns whether it is worth going on at once. */
    private boolean sendSome() {
        List<OutboxTable.Taken> taken = new ArrayList<>(outbox.take(channel, troubled ? 1 : settings.batch()));
        // A message that no broker takes comes last, where it cannot end a batch for others.
        taken.sort(Comparator.comparingInt(OutboxTable.Taken::attempts));
        if (taken.isEmpty()) {
            return false;
        }
        // Else the threads of the carrier would be given the transaction and still have it when it is to be committed.
        List<Optional<String>> results = QuarkusTransaction.suspendingExisting()
                .call(() -> carrier.carry(
                        taken.stream().map(OutboxTable.Taken::message).toList()));
        List<OutboxTable.Taken> sent = new ArrayList<>();
        for (int index = 0; index < taken.size(); index++) {
            OutboxTable.Taken one = taken.get(index);
            results.get(index).ifPresentOrElse(trouble -> keep(one, trouble), () -> sent.add(one));
        }
        if (!sent.isEmpty()) {
            outbox.sent(sent);
        }
        count("sent", sent.size());
        count("failed", taken.size() - sent.size());
        troubled = sent.isEmpty();
        return !troubled;
    }

    private void count(String result, int messages) {
        meters.counter("imgcif.outbox.sent", "channel", channel.word(), "result", result)
                .increment(messages);
    }

    private void keep(OutboxTable.Taken taken, String trouble) {
        Duration wait = wait(taken.attempts());
        LOG.warnf(
                "a message could not be sent; channel=%s id=%s attempt=%d again-in=%s cause=%s",
                channel.word(), taken.message().id(), taken.attempts() + 1, wait, trouble);
        outbox.kept(taken, clock.instant().plus(wait), trouble);
    }

    /** Doubles from the first delay to the longest; by chance up to half of it less, so that services do not march in step. */
    private Duration wait(int attempts) {
        long doubled = settings.firstDelay().toMillis() << Math.min(attempts, MOST_DOUBLINGS);
        long longest = Math.min(doubled, settings.longestDelay().toMillis());
        return Duration.ofMillis(longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
