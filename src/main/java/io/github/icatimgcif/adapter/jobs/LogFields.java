package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.OneLine;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import java.util.Optional;
import org.jboss.logging.MDC;

/** What each line of the log has beside it while a dataset is in hand; gone when it is not any more. */
final class LogFields implements AutoCloseable {

    private static final String[] NAMES = {"correlationId", "datasetId", "location", "beamline", "proposal", "outcome"};

    /** The fields of a dataset, of this thread. */
    LogFields(JournalEntry entry) {
        entry.trail().correlation().map(CorrelationId::text).ifPresent(id -> MDC.put("correlationId", id));
        entry.dataset().catalogueId().ifPresent(id -> MDC.put("datasetId", Long.toString(id)));
        MDC.put("location", OneLine.of(entry.dataset().location()));
        entry.dataset().beamline().ifPresent(beamline -> MDC.put("beamline", OneLine.of(beamline)));
        MDC.put("proposal", OneLine.of(entry.dataset().proposal()));
    }

    /** How its conversion ended, and as what the catalogue knows it. */
    void ended(String outcome, Optional<Long> catalogueId) {
        catalogueId.ifPresent(id -> MDC.put("datasetId", Long.toString(id)));
        MDC.put("outcome", outcome);
    }

    @Override
    public void close() {
        for (String name : NAMES) {
            MDC.remove(name);
        }
    }
}
