package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.JournalEntry.RecordedRegistration;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.Waited;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.conversion.trail.TraceParent;
import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Translates between the rows of the journal and the words of the core. */
final class EntryOfRow {

    private EntryOfRow() {}

    static long id(DatasetRow row) {
        return Objects.requireNonNull(row.id, "a row that was read has an id");
    }

    static JournalEntry entry(DatasetRow row) {
        return new JournalEntry(
                dataset(row),
                row.state,
                row.explanation,
                Optional.ofNullable(row.waitsFor),
                waited(row),
                row.attempts,
                row.failures,
                row.interruptions,
                row.generationReceived,
                row.generationDone,
                row.door,
                trail(row),
                row.firstReceived,
                row.lastReceived,
                registration(row),
                imgCif(row));
    }

    static Waited waited(DatasetRow row) {
        Map<WaitsFor, Integer> tries = new EnumMap<>(WaitsFor.class);
        for (WaitsFor what : WaitsFor.values()) {
            Optional.ofNullable(row.tries.get(what.name())).ifPresent(count -> tries.put(what, count));
        }
        return new Waited(tries, Duration.ofMillis(row.outagesMilliseconds), Optional.ofNullable(row.outageSince));
    }

    /** Notes that a dataset has to wait once more, or does not wait any longer. */
    static void keepWait(DatasetRow row, Optional<WaitsFor> what, Instant now) {
        Waited waited = what.map(more -> waited(row).andFor(more, now)).orElse(Waited.NOT_YET);
        Map<String, Integer> tries = new TreeMap<>();
        waited.tries().forEach((cause, count) -> tries.put(cause.name(), count));
        row.waitsFor = what.orElse(null);
        row.tries = tries;
        row.outagesMilliseconds = waited.outages().toMillis();
        row.outageSince = waited.outageSince().orElse(null);
        if (what.filter(cause -> cause == WaitsFor.TAPE || !cause.isOfDataset()).isEmpty()) {
            row.restoreAsked = null;
        }
    }

    static Attempt attempt(ConversionRow row) {
        return new Attempt(
                row.started,
                Optional.ofNullable(row.finished),
                row.outcome,
                row.cause,
                row.findings.stream().map(FindingJson::toFinding).toList(),
                row.provenance.stream().map(ProvenanceJson::toProvenance).toList(),
                new Versions(row.serviceVersion, row.mappingVersion, row.dictionaryVersion),
                Optional.ofNullable(row.imgCifSha256),
                Optional.ofNullable(row.correlationId).flatMap(CorrelationId::sent));
    }

    static void keepProducts(DatasetRow row, Conversion conversion) {
        // What the catalogue itself says is better than what was announced.
        conversion.catalogueId().ifPresent(id -> row.catalogueId = id);
        conversion.outcome().inCatalogue().ifPresent(registration -> {
            row.registrationId = registration.datasetId();
            row.registrationName = registration.name();
        });
    }

    static void keepImgCif(DatasetRow row, Conversion conversion) {
        conversion.imgCif().ifPresent(file -> {
            row.imgCifPath = file.path().toString();
            row.imgCifSize = file.size();
            row.imgCifSha256 = file.sha256();
            row.imgCifModified = file.modified();
        });
    }

    /** The file itself is left where it is, and the next conversion that makes one notes it again. */
    static void forgetImgCif(DatasetRow row) {
        row.imgCifPath = null;
        row.imgCifSize = null;
        row.imgCifSha256 = null;
        row.imgCifModified = null;
    }

    static void finish(ConversionRow row, Ending ending, Instant now) {
        row.finished = now;
        row.outcome = ending.state().name();
        row.cause = StorableText.of(ending.cause());
        row.findings =
                ending.conversion().findings().stream().map(FindingJson::of).toList();
        row.provenance = ending.conversion().provenance().stream()
                .map(ProvenanceJson::of)
                .toList();
        row.imgCifSha256 =
                ending.conversion().imgCif().map(WrittenImgCif::sha256).orElse(null);
    }

    private static StoredDataset dataset(DatasetRow row) {
        return new StoredDataset(
                row.name,
                row.proposal,
                row.sample,
                row.location,
                row.parameters,
                row.input,
                Optional.ofNullable(row.catalogueId),
                Optional.ofNullable(row.beamline),
                Optional.ofNullable(row.startDate),
                Optional.ofNullable(row.endDate));
    }

    private static Trail trail(DatasetRow row) {
        return new Trail(
                Optional.ofNullable(row.correlationId).flatMap(CorrelationId::sent),
                Optional.ofNullable(row.traceparent).flatMap(TraceParent::sent));
    }

    private static Optional<RecordedRegistration> registration(DatasetRow row) {
        return row.registrationId == null || row.registrationName == null
                ? Optional.empty()
                : Optional.of(new RecordedRegistration(row.registrationId, row.registrationName));
    }

    private static Optional<WrittenImgCif> imgCif(DatasetRow row) {
        if (row.imgCifPath == null
                || row.imgCifSize == null
                || row.imgCifSha256 == null
                || row.imgCifModified == null) {
            return Optional.empty();
        }
        return Optional.of(new WrittenImgCif(
                Path.of(row.imgCifPath), row.imgCifSize, row.imgCifSha256, row.imgCifModified, false));
    }
}
