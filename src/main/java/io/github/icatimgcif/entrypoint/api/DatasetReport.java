package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a dataset, as the HTTP interface tells it; the last attempt in full, those before in short. */
public record DatasetReport(
        String location,
        String datasetName,
        String proposalName,
        String sampleIdentifier,
        Optional<String> beamline,
        Optional<Long> icatDatasetId,
        Map<String, String> parameters,
        List<String> input,
        String state,
        String explanation,
        Optional<WaitsFor> waitsFor,
        int attempts,
        boolean waiting,
        String door,
        Optional<String> correlationId,
        Instant firstReceived,
        Instant lastReceived,
        Optional<RegistrationReport> registration,
        Optional<FileReport> imgCif,
        List<FindingReport> findings,
        List<ProvenanceReport> provenance,
        List<AttemptReport> history) {

    /** The place of the imgCIF in the catalogue. */
    public record RegistrationReport(long datasetId, String name) {}

    /** The imgCIF. */
    public record FileReport(String path, long size, String sha256, Instant modified) {}

    /** Something noticed. */
    public record FindingReport(String severity, String subject, String message) {}

    /** Where a value of the imgCIF came from. */
    public record ProvenanceReport(
            String item, String value, String source, String term, String text, Optional<String> unit) {}

    /** An attempt. */
    public record AttemptReport(
            Instant started,
            Optional<Instant> finished,
            String outcome,
            String cause,
            String serviceVersion,
            String mappingVersion,
            String dictionaryVersion,
            Optional<String> sha256,
            Optional<String> correlationId) {}

    static DatasetReport of(JournalEntry entry, List<Attempt> history) {
        StoredDataset dataset = entry.dataset();
        Optional<Attempt> last = lastFinished(history);
        return new DatasetReport(
                dataset.location(),
                dataset.name(),
                dataset.proposal(),
                dataset.sample(),
                dataset.beamline(),
                dataset.catalogueId(),
                dataset.parameters(),
                dataset.input(),
                entry.state().name(),
                entry.explanation(),
                entry.waitsFor(),
                entry.attempts(),
                entry.isWaiting(),
                entry.door(),
                entry.trail().correlation().map(CorrelationId::text),
                entry.received(),
                entry.lastReceived(),
                entry.registration().map(place -> new RegistrationReport(place.datasetId(), place.name())),
                entry.imgCif()
                        .map(file ->
                                new FileReport(file.path().toString(), file.size(), file.sha256(), file.modified())),
                last.map(Attempt::findings).orElse(List.of()).stream()
                        .map(DatasetReport::finding)
                        .toList(),
                last.map(Attempt::provenance).orElse(List.of()).stream()
                        .map(DatasetReport::provenance)
                        .toList(),
                history.stream().map(DatasetReport::attempt).toList());
    }

    /** What was noticed when it was converted last. */
    static List<Finding> lastFindings(List<Attempt> history) {
        return lastFinished(history).map(Attempt::findings).orElse(List.of());
    }

    static Optional<Attempt> lastFinished(List<Attempt> history) {
        return history.stream()
                .filter(attempt -> attempt.finished().isPresent())
                .findFirst();
    }

    private static FindingReport finding(Finding finding) {
        return new FindingReport(finding.severity().name(), finding.subject(), finding.message());
    }

    private static ProvenanceReport provenance(Provenance provenance) {
        var reading = provenance.reading();
        return new ProvenanceReport(
                provenance.item(),
                provenance.value(),
                reading.source().name(),
                reading.term().toString(),
                reading.text(),
                reading.unit());
    }

    private static AttemptReport attempt(Attempt attempt) {
        return new AttemptReport(
                attempt.started(),
                attempt.finished(),
                attempt.outcome(),
                attempt.cause(),
                attempt.versions().service(),
                attempt.versions().mapping(),
                attempt.versions().dictionary(),
                attempt.sha256(),
                attempt.correlation().map(CorrelationId::text));
    }
}
