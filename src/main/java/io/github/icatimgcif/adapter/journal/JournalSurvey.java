package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.DatabaseQuery;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.dataset.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Many entries of the journal at once. Each question goes along an index, however many entries there are. */
public final class JournalSurvey implements KnownDatasets {

    private static final String SELECT = """
            select id, name, proposal, sample, location, catalogue_id, generation_received > generation_done as waits,
                looked_at, catalogue_heard, doi, release_date,
                case when gave_up_times > 0 then cast(greatest(extract(epoch from looked_at - last_received), 3600)
                    * power(2, least(gave_up_times, 20) - 1) as bigint) end as look_again_after, answered_ids,
                case when state in ('REGISTERED', 'UNCHANGED') then coalesce(registration_id, 0) end as registered_as
            from journal_dataset
            """;

    // What was registered and is forgotten is listed with an id that no catalogue has, so that it is announced also
    // where the service ends between the forgetting and the announcement.
    private static final String FORGET_REGISTRATION =
            "update journal_dataset set registration_id = null, registration_name = null, answered_ids = '{}'"
                    + " where identity_hash = ? and registration_id = ?";

    private static final String SETTLED = " and generation_received = generation_done";

    private final DatabaseQuery query;

    /** A survey of the journal in this database. */
    public JournalSurvey(DataSource database) {
        this.query = new DatabaseQuery(database);
    }

    @Override
    public List<KnownDataset> named(Collection<String> identities, Collection<Long> catalogueIds) {
        return query.list(
                "look up datasets in the journal",
                SELECT + " where identity_hash = any(?) or catalogue_id = any(?)",
                JournalSurvey::known,
                identities.stream().map(Sha256::of).toArray(String[]::new),
                catalogueIds.toArray(Long[]::new));
    }

    @Override
    public List<KnownDataset> inCatalogueBelow(long entryId, int most) {
        return query.list(
                "look for datasets of the catalogue in the journal",
                SELECT + " where id < ? and catalogue_id is not null and state <> 'SKIPPED'" + SETTLED
                        + " order by id desc limit ?",
                JournalSurvey::known,
                entryId,
                most);
    }

    /** The two ranges beside the wanted value are found in the index; that a value differs is not. */
    @Override
    public List<KnownDataset> madeByOtherThan(Versions versions, int most) {
        String wanted = LookedAt.madeBy(versions);
        return query.list(
                "look for what other versions made",
                SELECT + " where (made_by < ? or made_by > ?)" + SETTLED + " order by id desc limit ?",
                JournalSurvey::known,
                wanted,
                wanted,
                most);
    }

    @Override
    public List<KnownDataset> releasedBy(Instant now, int most) {
        return query.list(
                "look for datasets that were released",
                SELECT + " where release_date <= ? and looked_at < release_date" + SETTLED
                        + " order by release_date desc, id desc limit ?",
                JournalSurvey::known,
                now,
                most);
    }

    @Override
    public long inLine() {
        return query.list(
                        "count the jobs in line",
                        "select count(*) from journal_dataset where generation_received > generation_done"
                                + " and state in ('RECEIVED', 'CONVERTING', 'REGISTERING') and waits_for is null",
                        row -> row.getLong(1))
                .get(0);
    }

    @Override
    public void forgetAnnounced(String identity, Collection<String> parameters) {
        query.change(
                "announce what is another now",
                "update journal_dataset set parameters = parameters - cast(? as text[]) where identity_hash = ?",
                parameters.toArray(String[]::new),
                Sha256.of(identity));
    }

    @Override
    public void forgetRegistration(String identity, long registration) {
        query.change("forget a registration", FORGET_REGISTRATION, Sha256.of(identity), registration);
    }

    private static KnownDataset known(ResultSet row) throws SQLException {
        Optional<Publication> publication = row.getBoolean("catalogue_heard")
                ? Optional.of(new Publication(
                        Optional.ofNullable(row.getString("doi")), DatabaseQuery.instant(row, "release_date")))
                : Optional.empty();
        return new KnownDataset(
                row.getLong("id"),
                row.getString("name"),
                row.getString("proposal"),
                row.getString("sample"),
                row.getString("location"),
                DatabaseQuery.number(row, "catalogue_id"),
                row.getBoolean("waits"),
                DatabaseQuery.instant(row, "looked_at"),
                publication,
                DatabaseQuery.number(row, "look_again_after").map(seconds -> Duration.ofSeconds(Math.max(0, seconds))),
                DatabaseQuery.number(row, "registered_as"),
                Set.copyOf(List.of((Long[]) row.getArray("answered_ids").getArray())));
    }
}
