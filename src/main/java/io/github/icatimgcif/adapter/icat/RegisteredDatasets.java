package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.register.RegistrationRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up how far a registration has come. */
final class RegisteredDatasets {

    private static final int VALUES = 2;

    private final IcatEntities entities;

    RegisteredDatasets(IcatEntities entities) {
        this.entities = entities;
    }

    /**
     * The dataset of a draft's investigation and name; empty if there is none.
     *
     * @throws RegistrationRefused if the database takes another dataset's name for the same
     */
    Optional<RegisteredDataset> find(IcatDraft draft) {
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
        return exact.map(this::state);
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
    private RegisteredDataset state(IcatRow found) {
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
        Optional<IcatRow> progress = entities
                .rows("SELECT ds.complete, COUNT(j) FROM Dataset ds LEFT JOIN ds.dataCollectionDatasets x"
                        + " LEFT JOIN x.dataCollection c LEFT JOIN c.jobsAsOutput j WHERE ds.id=" + id
                        + " GROUP BY ds.id, ds.complete")
                .stream()
                .findFirst();
        return new RegisteredDataset(
                id,
                found.text(2).orElse(""),
                parameters,
                files,
                progress.map(row -> row.isTrue(0)).orElse(false),
                progress.flatMap(row -> row.id(1)).orElse(0L));
    }

    /** Whether a parameter that stands in ICAT has the wanted value. */
    static boolean says(IcatRow there, IcatParameter wanted) {
        return wanted.isIn(there, VALUES);
    }
}
