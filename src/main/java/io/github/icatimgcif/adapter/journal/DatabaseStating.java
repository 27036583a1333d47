package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.conversion.statement.Stating;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements, the journal and the jobs, changed together. */
public final class DatabaseStating implements Stating {

    // One statement: the new one holds as soon as the old one does no longer. Of two that come at the same moment the
    // later one holds.
    private static final String STATE = """
            with ended as (
                update stated_fact set ended_by = ?, ended_at = ?
                where dataset_hash = ? and vocabulary = ? and name = ? and ended_at is null returning id)
            insert into stated_fact
                (dataset_hash, location, vocabulary, name, value, unit, remark, stated_by, stated_at)
            select ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ? from (select count(*) from ended) as first
            on conflict (dataset_hash, vocabulary, name) where ended_at is null do update
            set value = excluded.value, unit = excluded.unit, remark = excluded.remark,
                stated_by = excluded.stated_by, stated_at = excluded.stated_at
            """;

    private static final String WITHDRAW =
            "update stated_fact set ended_by = ?, ended_at = ? where id = ? and dataset_hash = ? and ended_at is null";

    // The next conversion that makes one notes it again; the file itself is left where it is.
    private static final String GIVE_OUT_NO_LONGER =
            "update journal_dataset set imgcif_path = null, imgcif_size = null,"
                    + " imgcif_sha256 = null, imgcif_modified = null where identity_hash = ?";

    private final DatabaseQuery query;
    private final Intake intake;
    private final Clock clock;

    /** @param intake takes part in the transaction of its caller */
    public DatabaseStating(DataSource database, Intake intake, Clock clock) {
        this.query = new DatabaseQuery(database);
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public void state(StoredDataset dataset, List<StatedFact> facts, String by, Optional<String> remark, String door) {
        together(dataset, door, () -> {
            facts.forEach(fact -> state(dataset, fact, by, remark));
            return !facts.isEmpty();
        });
    }

    @Override
    public void withdraw(StoredDataset dataset, long id, String by, String door) {
        together(dataset, door, () -> query.change("withdraw a statement", WITHDRAW, by, now(), id, hash(dataset)) > 0);
    }

    /** What changes facts, and says whether it did. */
    private interface Change {
        boolean made();
    }

    private void together(StoredDataset dataset, String door, Change change) {
        DatabaseTrouble.told(
                "keep what is stated of " + dataset.location(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    boolean changed = change.made();
                    if (changed) {
                        query.change("give an imgCIF out no longer", GIVE_OUT_NO_LONGER, hash(dataset));
                        intake.accept(dataset, door);
                    }
                    return changed;
                }));
    }

    private void state(StoredDataset dataset, StatedFact fact, String by, Optional<String> remark) {
        query.change(
                "keep a statement",
                STATE,
                by,
                now(),
                hash(dataset),
                fact.term().vocabulary(),
                fact.term().name(),
                hash(dataset),
                dataset.location(),
                fact.term().vocabulary(),
                fact.term().name(),
                StorableText.of(fact.text()),
                fact.unit().orElse(""),
                StorableText.of(remark.orElse("")),
                by,
                now());
    }

    private static String hash(StoredDataset dataset) {
        return Sha256.of(dataset.identity());
    }

    private Instant now() {
        return clock.instant();
    }
}
