package io.github.icatimgcif.adapter.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.conversion.trail.TraceParent;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.dataset.StoredDataset;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The journal on PostgreSQL. */
public final class DatabaseJournal implements Journal {

    private static final int HISTORY = 100;

    // One statement, so that two doors that meet a new dataset at once make one row of it.
    private static final String ANNOUNCE = """
            insert into journal_dataset (identity_hash, location, name, proposal, sample, beamline, start_date, end_date,
                parameters, input, catalogue_id, state, explanation, attempts, failures, interruptions, generation_received,
                generation_done, door, correlation_id, traceparent, first_received, last_received)
            values (:hash, :location, :name, :proposal, :sample, cast(:beamline as text), cast(:start as text),
                cast(:end as text), cast(:parameters as jsonb), cast(:input as jsonb), cast(:catalogueId as bigint),
                'RECEIVED', '', 0, 0, 0, 1, 0, :door, cast(:correlation as text), cast(:trace as text),
                :now, :now)
            on conflict (identity_hash) do update set
                name = coalesce(nullif(cast(:said as text), ''), journal_dataset.name),
                proposal = coalesce(nullif(excluded.proposal, ''), journal_dataset.proposal),
                sample = coalesce(nullif(excluded.sample, ''), journal_dataset.sample),
                beamline = coalesce(excluded.beamline, journal_dataset.beamline),
                start_date = coalesce(excluded.start_date, journal_dataset.start_date),
                end_date = coalesce(excluded.end_date, journal_dataset.end_date),
                parameters = journal_dataset.parameters || excluded.parameters,
                input = case when excluded.input = '[]'::jsonb then journal_dataset.input else excluded.input end,
                catalogue_id = coalesce(excluded.catalogue_id, journal_dataset.catalogue_id),
                state = case when journal_dataset.state in ('CONVERTING', 'REGISTERING')
                    then journal_dataset.state else 'RECEIVED' end,
                explanation = '',
                waits_for = null,
                tries = '{}',
                outages_ms = 0,
                outage_since = null,
                attempts = 0,
                failures = 0,
                interruptions = 0,
                generation_received = journal_dataset.generation_received + 1,
                door = excluded.door,
                correlation_id = excluded.correlation_id,
                traceparent = excluded.traceparent,
                last_received = excluded.last_received
            """;

    private static final String REGISTERING = "update journal_dataset set state = 'REGISTERING'"
            + " where identity_hash = :hash and state = 'CONVERTING'";

    // A row that says so already is left as it is: of thousands that are sent away each is written once.
    private static final String POSTPONE = """
            update journal_dataset set state = 'POSTPONED', waits_for = :what, explanation = :cause,
                outage_since = coalesce(outage_since, :now)
            where identity_hash = :hash and generation_received > generation_done
                and state <> 'CONVERTING' and state <> 'REGISTERING'
                and (state <> 'POSTPONED' or waits_for is distinct from :what)
            """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Versions versions;
    private final Clock clock;

    /** A journal that notes these versions with every attempt. */
    public DatabaseJournal(EntityManager entities, ObjectMapper json, Versions versions, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public void announce(StoredDataset dataset, Arrival arrival) {
        String parameters = asJson(dataset.parameters());
        String input = asJson(dataset.input());
        inTransaction(
                "store the announcement of " + dataset.location(),
                () -> entities.createNativeQuery(ANNOUNCE)
                        .setParameter("hash", Sha256.of(dataset.identity()))
                        .setParameter("location", dataset.location())
                        .setParameter("name", dataset.named().name())
                        .setParameter("said", dataset.name())
                        .setParameter("proposal", dataset.proposal())
                        .setParameter("sample", dataset.sample())
                        .setParameter("beamline", dataset.beamline().orElse(null))
                        .setParameter("start", dataset.startDate().orElse(null))
                        .setParameter("end", dataset.endDate().orElse(null))
                        .setParameter("parameters", parameters)
                        .setParameter("input", input)
                        .setParameter("catalogueId", dataset.catalogueId().orElse(null))
                        .setParameter("door", arrival.door())
                        .setParameter(
                                "correlation",
                                arrival.trail()
                                        .correlation()
                                        .map(CorrelationId::text)
                                        .orElse(null))
                        .setParameter(
                                "trace",
                                arrival.trail().trace().map(TraceParent::text).orElse(null))
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate());
    }

    @Override
    public Optional<JournalEntry> begin(String identity) {
        return inTransaction(
                "begin the conversion of " + identity,
                () -> DatasetRow.heldByIdentity(identity)
                        .filter(row -> row.generationReceived > row.generationDone)
                        .map(this::begun));
    }

    @Override
    public void registering(String identity) {
        DatabaseTrouble.told(
                "note that " + identity + " is being registered",
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    // Nobody relies on it: a crash may lose it, so that no disk is waited for.
                    entities.createNativeQuery("set local synchronous_commit to off")
                            .executeUpdate();
                    return entities.createNativeQuery(REGISTERING)
                            .setParameter("hash", Sha256.of(identity))
                            .executeUpdate();
                }));
    }

    @Override
    public void postpone(String identity, WaitsFor what, String cause) {
        inTransaction(
                "postpone " + identity,
                () -> entities.createNativeQuery(POSTPONE)
                        .setParameter("hash", Sha256.of(identity))
                        .setParameter("what", what.name())
                        .setParameter("cause", StorableText.of(cause))
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate());
    }

    @Override
    public boolean end(String identity, long generation, Ending ending) {
        return inTransaction("record the conversion of " + identity, () -> {
            boolean announcedAgain = ended(identity, generation, ending);
            // A value that the database does not take is told here, and not by the end of the transaction.
            entities.flush();
            return announcedAgain;
        });
    }

    @Override
    public Optional<JournalEntry> hold(String identity) {
        return inTransaction(
                "hold " + identity, () -> DatasetRow.heldByIdentity(identity).map(EntryOfRow::entry));
    }

    @Override
    public Optional<JournalEntry> find(String identity) {
        return inTransaction(
                "look up " + identity, () -> DatasetRow.byIdentity(identity).map(EntryOfRow::entry));
    }

    @Override
    public Optional<JournalEntry> findByCatalogueId(long catalogueId) {
        return inTransaction(
                "look up dataset " + catalogueId,
                () -> DatasetRow.byCatalogueId(catalogueId).map(EntryOfRow::entry));
    }

    @Override
    public List<Attempt> history(String identity) {
        return inTransaction(
                "look up the history of " + identity,
                () -> DatasetRow.byIdentity(identity)
                        .map(row -> ConversionRow.last(EntryOfRow.id(row), HISTORY).stream()
                                .map(EntryOfRow::attempt)
                                .toList())
                        .orElse(List.of()));
    }

    private JournalEntry begun(DatasetRow row) {
        Instant now = clock.instant();
        for (ConversionRow interrupted : ConversionRow.unfinished(EntryOfRow.id(row))) {
            interrupted.finished = now;
            interrupted.outcome = ConversionRow.INTERRUPTED;
            interrupted.cause = "the service ended before the conversion did";
            row.interruptions++;
        }
        row.state = DatasetState.CONVERTING;
        row.waitsFor = null;
        row.attempts++;
        ConversionRow attempt = new ConversionRow();
        attempt.datasetId = EntryOfRow.id(row);
        attempt.generation = row.generationReceived;
        attempt.started = now;
        attempt.correlationId = row.correlationId;
        attempt.serviceVersion = versions.service();
        attempt.mappingVersion = versions.mapping();
        attempt.dictionaryVersion = versions.dictionary();
        attempt.persist();
        return EntryOfRow.entry(row);
    }

    private boolean ended(String identity, long generation, Ending ending) {
        DatasetRow row = DatasetRow.heldByIdentity(identity)
                .orElseThrow(() ->
                        new IllegalStateException("no entry of " + identity + ", though its conversion was begun"));
        boolean announcedAgain = row.generationReceived > generation;
        row.state = announcedAgain ? DatasetState.RECEIVED : ending.state();
        row.explanation = StorableText.of(ending.cause());
        EntryOfRow.keepWait(row, announcedAgain ? Optional.empty() : ending.waitsFor(), clock.instant());
        row.interruptions = 0;
        if (ending.ourFailure()) {
            row.failures++;
        }
        if (!ending.toBeTried()) {
            row.generationDone = Math.max(row.generationDone, generation);
        }
        EntryOfRow.keepProducts(row, ending.conversion());
        if (ending.state() == DatasetState.REFUSED || ending.state() == DatasetState.SKIPPED) {
            // That there is to be none is the newest that was judged, also while it is tried again.
            EntryOfRow.forgetImgCif(row);
        }
        if (!announcedAgain || row.imgCifPath != null) {
            // Where none is noted and more came meanwhile, what was known may have been withdrawn: the next conversion
            // notes it.
            EntryOfRow.keepImgCif(row, ending.conversion());
        }
        ConversionRow.running(EntryOfRow.id(row), generation)
                .ifPresent(attempt -> EntryOfRow.finish(attempt, ending, clock.instant()));
        return announcedAgain;
    }

    private String asJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + value, e);
        }
    }

    private static <T> T inTransaction(String whatFor, Supplier<T> work) {
        return DatabaseTrouble.told(
                whatFor, () -> QuarkusTransaction.joiningExisting().call(work::get));
    }
}
