package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.backlog.BacklogControl;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.overview.Overview;
import io.github.icatimgcif.conversion.overview.RemoteStates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/** The parts of pages that are refreshed while somebody looks; the flow is counted once a second for all who do. */
@Singleton
public final class LiveParts {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Overview overview;
    private final RemoteStates remote;
    private final BacklogControl backlogs;
    private final MeterRegistry meters;
    private final Clock clock;

    private Optional<String> flow = Optional.empty();
    private Instant flowMade = Instant.MIN;

    LiveParts(Overview overview, RemoteStates remote, BacklogControl backlogs, MeterRegistry meters, Clock clock) {
        this.overview = overview;
        this.remote = remote;
        this.backlogs = backlogs;
        this.meters = meters;
        this.clock = clock;
    }

    /** What flows through the service. */
    synchronized String flow() {
        Instant now = clock.instant();
        // A clock that was set back must not keep it for hours.
        if (flow.isEmpty() || flowMade.isAfter(now) || flowMade.plus(FRESH).isBefore(now)) {
            flow = Optional.of(FlowPart.html(overview.flow(), remote.now(), unread(), now));
            flowMade = now;
        }
        return flow.get();
    }

    /** How far a backlog is; empty if there is none of this number. */
    Optional<String> backlog(long id) {
        return backlogs.find(id).map(BacklogPart::html);
    }

    /** The same, or that it cannot be told now, for whoever watches. */
    String flowOrTrouble() {
        try {
            return flow();
        } catch (Unavailable e) {
            return trouble();
        }
    }

    /** The same of a backlog. */
    String backlogOrTrouble(long id) {
        try {
            return backlog(id).orElse("");
        } catch (Unavailable e) {
            return trouble();
        }
    }

    private static String trouble() {
        return "<p class=\"message bad\">The database does not answer now.</p>";
    }

    private OptionalLong unread() {
        Collection<Gauge> lags =
                meters.find("kafka.consumer.fetch.manager.records.lag.max").gauges();
        return lags.stream()
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .mapToLong(Math::round)
                .max();
    }
}
