package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.journal.DatabaseTapeQueue;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Restoring;
import io.github.icatimgcif.conversion.WaitsFor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Makes what brings data back from tape. */
@Singleton
public final class ArchiveHouse {

    @Produces
    @Singleton
    Chore restores(ServiceConfig config, CatalogueParts catalogue, EntityManager entities, Clock clock) {
        ServiceConfig.Ids ids = config.ids();
        Restoring restoring = new Restoring(
                new DatabaseTapeQueue(entities, clock),
                catalogue.archive(),
                ids.batch(),
                ids.most(),
                // Whatever did not come in a seventh of the time was lost on the way.
                BreakerHouse.waits(config.jobs())
                        .forWhat(WaitsFor.TAPE)
                        .deadline()
                        .dividedBy(7));
        boolean wanted = ids.restore() && ids.url().isPresent();
        return new Chore("restores-from-tape", ids.every(), () -> {
            if (wanted) {
                restoring.run();
            }
        });
    }
}
