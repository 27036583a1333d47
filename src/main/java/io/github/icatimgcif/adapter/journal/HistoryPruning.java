package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.conversion.Marks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Takes old attempts out of the history of datasets. Of each dataset there stay the last one that ended, the last one that came to an
 * end for good, and the one by which the imgCIF was made that the journal has; so whoever asks about a dataset is told what he was
 * told before, with its findings and where each value is from.
 *
 * <p>Goes along the primary key from the oldest attempt on, a bounded number in each round, and begins anew where attempts are too
 * young: what stayed because nothing had followed it is seen again when something has. So it needs no index of its own.
 */
public final class HistoryPruning {

    private static final String MARK = "history-pruning";

    /** Some milliseconds of work, and as many rows held. */
    private static final int BATCH = 1_000;

    // Rows of the journal are joined to for those only that are old and were followed.
    private static final String PRUNE = """
            with seen as materialized (
                select id, dataset_id, coalesce(finished, started) as ended, outcome, imgcif_sha256,
                    outcome in ('REGISTERED', 'UNCHANGED', 'REFUSED', 'SKIPPED', 'FAILED') as settled
                from journal_conversion where id > ? order by id limit ?),
            gone as (
                delete from journal_conversion c using seen s
                where c.id = s.id and c.finished is not null
                    and s.ended < case when s.settled then cast(? as timestamptz) else cast(? as timestamptz) end
                    and exists (select 1 from journal_conversion n
                        where n.dataset_id = s.dataset_id and n.id > s.id and n.finished is not null and (not s.settled
                            or n.outcome in ('REGISTERED', 'UNCHANGED', 'REFUSED', 'SKIPPED', 'FAILED')))
                    and not exists (select 1 from journal_dataset d
                        where d.id = s.dataset_id and d.imgcif_sha256 = s.imgcif_sha256 and not exists (
                            select 1 from journal_conversion n where n.dataset_id = s.dataset_id and n.id > s.id
                                and n.imgcif_sha256 = s.imgcif_sha256))
                returning 1)
            select count(*) as seen, max(id) as last, min(ended) as oldest, (select count(*) from gone) as gone
            from seen
            """;

    private final DatabaseQuery query;
    private final Marks marks;
    private final Duration keepSettled;
    private final Duration keepOthers;
    private final int most;
    private final Clock clock;

    /**
     * The pruning of a journal.
     *
     * @param keepSettled how long those are kept that came to an end for good
     * @param keepOthers  how long those are kept that had to wait or were interrupted
     * @param most        attempts that are looked at in one round
     */
    public HistoryPruning(
            DataSource database, Marks marks, Duration keepSettled, Duration keepOthers, int most, Clock clock) {
        this.query = new DatabaseQuery(database);
        this.marks = marks;
        this.keepSettled = keepSettled;
        this.keepOthers = keepOthers;
        this.most = most;
        this.clock = clock;
    }

    private record Batch(long seen, long last, Optional<Instant> oldest, long gone) {}

    /** Looks at some attempts and takes out those that may go; returns how many went. */
    public long round() {
        Instant now = clock.instant();
        Instant settled = now.minus(keepSettled);
        Instant others = now.minus(keepOthers);
        Instant young = Stream.of(settled, others).max(Instant::compareTo).orElseThrow();
        long from = marks.read(MARK).map(Long::parseLong).orElse(0L);
        long gone = 0;
        for (int seen = 0; seen < most; seen += BATCH) {
            Batch batch = prune(from, settled, others);
            gone += batch.gone();
            boolean isEndOfPass = batch.seen() < BATCH
                    || batch.oldest().filter(young::isAfter).isEmpty();
            from = isEndOfPass ? 0 : batch.last();
            marks.keep(MARK, Long.toString(from));
            if (isEndOfPass) {
                break;
            }
        }
        return gone;
    }

    private Batch prune(long from, Instant settled, Instant others) {
        List<Batch> batches = query.list(
                "look for old attempts",
                PRUNE,
                row -> new Batch(
                        row.getLong("seen"),
                        row.getLong("last"),
                        DatabaseQuery.instant(row, "oldest"),
                        row.getLong("gone")),
                from,
                BATCH,
                settled,
                others);
        return batches.get(0);
    }
}
