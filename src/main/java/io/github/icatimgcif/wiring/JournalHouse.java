package io.github.icatimgcif.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.deadletter.DatabaseDeadLetters;
import io.github.icatimgcif.adapter.jobs.Jobs;
import io.github.icatimgcif.adapter.journal.DatabaseJournal;
import io.github.icatimgcif.adapter.journal.HistoryPruning;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Makes what keeps what became of each dataset and each message, and what keeps it from growing for ever. */
@Singleton
public final class JournalHouse {

    private static final Logger LOG = Logger.getLogger(JournalHouse.class);
    private static final String NAME = "history-pruning";
    private static final Duration NOTHING_TO_DO = Duration.ofDays(1);

    @Produces
    @Singleton
    @Unremovable
    Journal journal(EntityManager entities, ObjectMapper json, Versions versions, Clock clock) {
        return new DatabaseJournal(entities, json, versions, clock);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(DataSource database, ObjectMapper json, Versions versions, Clock clock) {
        return new DatabaseDeadLetters(database, json, versions, clock);
    }

    // Their doors counted them when they came.
    @Produces
    @Singleton
    DeadLetterRetry deadLetterRetry(DeadLetters letters, MessageReader reader, Jobs uncounted) {
        return new DeadLetterRetry(letters, reader, uncounted);
    }

    @Produces
    @Singleton
    @Unremovable
    Chore pruning(DataSource database, Marks marks, JournalConfig config, Clock clock) {
        HistoryPruning pruning = new HistoryPruning(
                database, marks, config.keepHistory(), config.keepWaits(), config.pruningMost(), clock);
        return config.pruningEvery().isZero()
                // It stays known to the scheduler, which else complains of a chore that nobody does any more.
                ? new Chore(NAME, NOTHING_TO_DO, () -> {})
                : new Chore(NAME, config.pruningEvery(), () -> prune(pruning));
    }

    private static void prune(HistoryPruning pruning) {
        long gone = pruning.round();
        if (gone > 0) {
            LOG.infof("old attempts were taken out of the history of datasets; attempts=%d", gone);
        }
    }
}
