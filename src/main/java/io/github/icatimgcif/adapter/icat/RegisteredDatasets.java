package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.register.RegistrationRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up how far a registration has come. */
final class RegisteredDatasets {

    private static final int VALUES = 2;

    /** From what the condition names to the jobs: a database that joins in the order of the text need not look at every job. */
    private static final String JOBS_OF_DATASET =
            " FROM DataCollectionDataset ix JOIN ix.dataCollection ic JOIN ic.jobsAsInput j"
                    + " JOIN j.outputDataCollection oc JOIN oc.dataCollectionDatasets ox";

    private final IcatEntities entities;
    private final String application;

    /** Those of this catalogue, which jobs of this application made. */
    RegisteredDatasets(IcatEntities entities, String application) {
        this.entities = entities;
        this.application = application;
    }

    /**
     * What stands for the imgCIF of a draft's raw dataset: the dataset of the draft's investigation and name, else what a job of
     * ours made there of the raw dataset under another name, which was renamed or moved since; empty if there is none.
     *
     * @throws RegistrationRefused if the database takes another dataset's name for the same
     */
    Optional<RegisteredDataset> find(IcatDraft draft) {
        return named(draft).or(() -> madeOf(draft)).map(row -> state(row, draft.raw()));
    }

    private Optional<IcatRow> named(IcatDraft draft) {
        List<IcatRow> named = entities.rows("SELECT ds.id, ds.name, ds.createId FROM Dataset ds"
                + " WHERE ds.investigation.id=" + draft.investigation() + " AND ds.name="
                + IcatEntities.literal(draft.name()));
        Optional<IcatRow> exact = named.stream()
                .filter(row -> row.text(1).orElse("").equals(draft.name()))
                .findFirst();
        if (exact.isEmpty() && !named.isEmpty()) {
            throw new RegistrationRefused(
                    "the name '" + draft.name() + "' is taken: for ICAT's database it is the same as '"
                            + named.get(0).text(1).orElse("") + "'; rename one of them");
        }
        return exact;
    }

    private Optional<IcatRow> madeOf(IcatDraft draft) {
        return entities
                .rows("SELECT ds.id, ds.name, ds.createId" + JOBS_OF_DATASET
                        + " JOIN j.application a JOIN ox.dataset ds WHERE ix.dataset.id=" + draft.raw()
                        + " AND a.name=" + IcatEntities.literal(application) + " AND ds.investigation.id="
                        + draft.investigation() + " ORDER BY ds.id")
                .stream()
                .findFirst();
    }

    /**
     * A collection of the raw dataset alone that a registration of ours left without its job.
     *
     * @param user our name in createId; collections of others are none of our business
     */
    Optional<Long> unusedInput(long raw, String user) {
        return entities
                .rows("SELECT c.id, c.createId, COUNT(j) FROM DataCollection c JOIN c.dataCollectionDatasets x"
                        + " LEFT JOIN c.jobsAsInput j WHERE x.dataset.id=" + raw
                        + " GROUP BY c.id, c.createId ORDER BY c.id")
                .stream()
                .filter(row -> row.text(1).orElse("").equals(user) && row.id(2).orElse(1L) == 0)
                .flatMap(row -> row.id(0).stream())
                .findFirst();
    }

    /** The order matters: who sees a seal among the parameters sees afterwards that the dataset is complete. */
    private RegisteredDataset state(IcatRow found, long raw) {
        long id = found.id(0).orElseThrow();
        Map<Long, IcatRow> parameters = new HashMap<>();
        entities.rows("SELECT t.id, p.id, p.stringValue, p.numericValue, p.dateTimeValue FROM DatasetParameter p"
                        + " JOIN p.type t WHERE p.dataset.id=" + id)
                .forEach(row -> parameters.put(row.id(0).orElseThrow(), row));
        List<RegisteredDataset.File> files = entities
                .rows("SELECT f.id, f.name, f.location, f.fileSize, f.checksum FROM Datafile f WHERE f.dataset.id="
                        + id)
                .stream()
                .map(row -> new RegisteredDataset.File(
                        row.id(0).orElseThrow(),
                        row.text(1).orElse(""),
                        row.text(2).orElse(""),
                        row.id(3).orElse(-1L),
                        row.text(4).orElse("")))
                .toList();
        boolean complete = entities.rows("SELECT ds.complete FROM Dataset ds WHERE ds.id=" + id).stream()
                .anyMatch(row -> row.isTrue(0));
        return new RegisteredDataset(
                id, found.text(1).orElse(""), found.text(2).orElse(""), parameters, files, complete, jobs(raw, id));
    }

    /** A raw dataset that was removed from a catalogue takes its part of the job with it. */
    private long jobs(long raw, long made) {
        return entities
                .rows("SELECT COUNT(j)" + JOBS_OF_DATASET + " WHERE ix.dataset.id=" + raw + " AND ox.dataset.id="
                        + made)
                .stream()
                .flatMap(row -> row.id(0).stream())
                .findFirst()
                .orElse(0L);
    }

    /** Whether a parameter that stands in ICAT has the wanted value. */
    static boolean says(IcatRow there, IcatParameter wanted) {
        return wanted.isIn(there, VALUES);
    }
}
