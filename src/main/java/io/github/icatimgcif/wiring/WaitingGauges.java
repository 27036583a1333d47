package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.figures.DatabaseFigures;
import io.github.icatimgcif.adapter.figures.Figure;
import io.github.icatimgcif.adapter.figures.Figures;
import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.outbox.Channel;
import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What waits, as gauges: counted once for all that are read together, and not again for some seconds, nor for long enough that
 * counting is a small part of what the database does, however many ask and however large the journal is. While the database does
 * not answer they say nothing (NaN), and it is asked no oftener.
 */
final class WaitingGauges {

    private static final Logger LOG = Logger.getLogger(WaitingGauges.class);

    private static final String CATALOGUE = "catalogue";
    private static final long FRESH = TimeUnit.SECONDS.toNanos(10);
    // With a million datasets and 100 000 jobs counting took 0.7 s on a busy machine. Ten million may not keep the
    // database at it all the time.
    private static final int TIMES_THE_COUNTING = 20;

    private final DatabaseFigures figures;
    private final MeterRegistry meters;
    private Optional<Figures> counted = Optional.empty();
    private long staleAt = System.nanoTime();

    private WaitingGauges(DatabaseFigures figures, MeterRegistry meters) {
        this.figures = figures;
        this.meters = meters;
    }

    static void register(DatabaseFigures figures, Breakers breakers, List<Channel> channels, MeterRegistry meters) {
        WaitingGauges gauges = new WaitingGauges(figures, meters);
        gauges.jobs();
        gauges.datasets();
        channels.forEach(gauges::outbox);
        breakers.parts().stream()
                // Which storage it is, is told by the health report: a label with a path would be for whoever reads
                // metrics.
                .collect(Collectors.groupingBy(part -> part.name().equals(CATALOGUE) ? CATALOGUE : "storage"))
                .forEach((name, parts) -> Gauge.builder("imgcif.breaker.open", parts, WaitingGauges::open)
                        .description(
                                "1 while the catalogue, or a storage, does not answer and is asked only now and then")
                        .strongReference(true)
                        .tag("part", name)
                        .register(meters));
    }

    private void jobs() {
        register(
                "imgcif.jobs.due",
                "Datasets that a worker has or would take now",
                Tags.empty(),
                now -> now.of(Figure.JOBS_DUE));
        register(
                "imgcif.jobs.oldest.due.seconds",
                "How long the job that is next in line has been due",
                Tags.empty(),
                now -> Math.max(0, now.of(Figure.OLDEST_DUE)));
        register(
                "imgcif.jobs.waiting",
                "Datasets that wait for a worker or for what all need, not for something of their own",
                Tags.empty(),
                WaitingGauges::notTheirOwn);
        register(
                "imgcif.dead.letters",
                "Messages that announce no dataset and wait for somebody to look at them",
                Tags.empty(),
                now -> now.of(Figure.DEAD_LETTERS));
    }

    private void datasets() {
        for (DatasetState state : DatasetState.values()) {
            register(
                    "imgcif.datasets",
                    "Datasets in the journal, by state",
                    Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                    now -> now.of(Figure.DATASETS, state.name()));
        }
        for (WaitsFor what : WaitsFor.values()) {
            register(
                    "imgcif.datasets.waiting",
                    "Datasets that wait, by what they wait for",
                    Tags.of("for", what.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    now -> now.of(Figure.WAITING, what.name()));
        }
    }

    private void outbox(Channel channel) {
        Tags tags = Tags.of("channel", channel.word());
        register(
                "imgcif.outbox.waiting",
                "Messages that wait to leave",
                tags,
                now -> now.of(Figure.OUTBOX, channel.name()));
        register(
                "imgcif.outbox.oldest.seconds",
                "How long the oldest message has waited to leave",
                tags,
                now -> Math.max(0, now.of(Figure.OUTBOX_OLDEST, channel.name())));
    }

    private void register(String name, String description, Tags tags, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, this, gauges -> gauges.now(figure))
                // A meter holds what it asks weakly.
                .strongReference(true)
                .description(description)
                .tags(tags)
                .register(meters);
    }

    private static double notTheirOwn(Figures now) {
        double waiting = now.of(Figure.WAITING);
        for (WaitsFor what : WaitsFor.values()) {
            waiting += what.isOfDataset() ? 0 : now.of(Figure.WAITING, what.name());
        }
        return waiting;
    }

    private static double open(List<Breakers.Part> parts) {
        return parts.stream().anyMatch(part -> part.breaker().state() != CircuitBreaker.State.CLOSED) ? 1 : 0;
    }

    private synchronized double now(ToDoubleFunction<Figures> figure) {
        long begun = System.nanoTime();
        if (begun - staleAt >= 0) {
            counted = count();
            long ended = System.nanoTime();
            staleAt = ended + Math.max(FRESH, TIMES_THE_COUNTING * (ended - begun));
        }
        return counted.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private Optional<Figures> count() {
        try {
            return Optional.of(figures.now());
        } catch (Unavailable e) {
            LOG.debugf("nothing can be counted now: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
