package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.journal.JournalOverview;
import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.overview.Overview;
import io.github.icatimgcif.conversion.overview.RemoteState;
import io.github.icatimgcif.conversion.overview.RemoteStates;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes what the console shows. */
@Singleton
public final class ConsoleHouse {

    @Produces
    @Singleton
    @Unremovable
    Overview overview(DataSource database) {
        return new JournalOverview(database);
    }

    @Produces
    @Singleton
    RemoteStates remoteStates(Breakers breakers) {
        return () -> breakers.parts().stream()
                .map(part -> new RemoteState(
                        part.name(),
                        part.breaker().state() == CircuitBreaker.State.CLOSED,
                        part.breaker().reason()))
                .toList();
    }
}
