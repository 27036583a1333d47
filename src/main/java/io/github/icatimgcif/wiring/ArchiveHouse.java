package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.journal.DatabaseTapeQueue;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Restoring;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Makes what brings data back from tape. */
@Singleton
public final class ArchiveHouse {

    private static final Logger LOG = Logger.getLogger(ArchiveHouse.class);

    @Produces
    @Singleton
    Chore restores(ServiceConfig config, CatalogueParts catalogue, DataSource database, Clock clock) {
        ServiceConfig.Ids ids = config.ids();
        Restoring restoring = new Restoring(
                new DatabaseTapeQueue(database, clock),
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
            if (!wanted) {
                return;
            }
            try {
                restoring.run();
            } catch (Unavailable e) {
                LOG.infof("nothing was asked back from tape; cause=%s", e.getMessage());
            } catch (IllegalStateException e) {
                LOG.warnf("not all was asked back from tape; cause=%s", e.getMessage());
            }
        });
    }
}
