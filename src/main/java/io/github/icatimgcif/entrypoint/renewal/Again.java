package io.github.icatimgcif.entrypoint.renewal;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import java.util.List;
import org.jboss.logging.Logger;

/** Announces known datasets once more, as long as few others wait. */
public final class Again {

    private static final Logger LOG = Logger.getLogger(Again.class);

    private final KnownDatasets journal;
    private final Intake intake;

    /** Hands over to this intake. */
    public Again(KnownDatasets journal, Intake intake) {
        this.journal = journal;
        this.intake = intake;
    }

    /**
     * How many may be announced now.
     *
     * @param inLine how many may wait to be converted, the others included
     */
    int room(int inLine) {
        return (int) Math.max(0, inLine - journal.inLine());
    }

    /**
     * Announces datasets.
     *
     * @param door why, for the journal and the metrics: {@code versions}
     */
    void announce(List<KnownDataset> datasets, String door) {
        for (KnownDataset dataset : datasets) {
            intake.accept(dataset.again(), door);
        }
        if (!datasets.isEmpty()) {
            LOG.infof("datasets are converted again; reason=%s datasets=%d", door, datasets.size());
        }
    }
}
