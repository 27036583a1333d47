package io.github.icatimgcif.golden;

import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.Description.Result;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.validate.Verdict;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.cli.LocalConversion;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.wiring.LocalStages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the stages of the command line make of raw data.
 *
 * @param imgCif   the text of the file; empty if none is made
 * @param findings what was noticed
 */
record Converted(Optional<String> imgCif, List<Finding> findings) {

    /** The day that the files of all tests are made on. */
    static final LocalDate DAY = LocalDate.of(2026, 7, 31);

    /** Converts what lies at a location; links begin with {@code raw/}. */
    static Converted of(Path location) throws IOException {
        return of(wish(location));
    }

    /** Converts what is wished for. */
    static Converted of(LocalConversion.Wish wish) throws IOException {
        return of(wish, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Converts what lies at a location of a dataset that was announced with these. */
    static Converted of(
            Path location, Optional<String> beamline, Optional<String> startDate, Map<String, String> parameters)
            throws IOException {
        return of(wish(location), beamline, startDate, parameters);
    }

    private static LocalConversion.Wish wish(Path location) {
        return new LocalConversion.Wish(
                location,
                location.resolveSibling("made.cif"),
                Optional.empty(),
                Optional.of("raw"),
                List.of(),
                Path.of("config"),
                false);
    }

    private static Converted of(
            LocalConversion.Wish wish,
            Optional<String> beamline,
            Optional<String> startDate,
            Map<String, String> parameters)
            throws IOException {
        Description.Result result = describe(wish, beamline, startDate, parameters);
        if (result instanceof Result.Described described) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            described.verdict().writeTo(out, DAY);
            // The id follows from the location, which is another one on every machine.
            String id = UUID.nameUUIDFromBytes(wish.location().toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
            return new Converted(
                    Optional.of(out.toString(StandardCharsets.US_ASCII).replace(id, "id-of-the-location")),
                    described.verdict().findings());
        }
        if (result instanceof Result.NotDescribable not) {
            return new Converted(Optional.empty(), not.findings());
        }
        throw new IllegalStateException("neither converted nor refused: " + result);
    }

    /** The verdict on what lies at a location, which must be that it is sound. */
    static Verdict.Valid verdict(Path location) {
        if (describe(wish(location), Optional.empty(), Optional.empty(), Map.of())
                instanceof Result.Described described) {
            return described.verdict();
        }
        throw new IllegalStateException("not converted: " + location);
    }

    private static Description.Result describe(
            LocalConversion.Wish wish,
            Optional<String> beamline,
            Optional<String> startDate,
            Map<String, String> parameters) {
        Path location = wish.location();
        StoredDataset dataset = new StoredDataset(
                Objects.requireNonNull(location.getFileName()).toString(),
                "",
                "",
                location.toString(),
                parameters,
                List.of(),
                Optional.empty(),
                beamline,
                startDate,
                Optional.empty());
        return new LocalStages().stages(wish).description().describe(dataset, Patience.NONE, Milestones.UNHEARD);
    }

    /** The findings, one a line: severity, subject, message. */
    String report() {
        StringBuilder report = new StringBuilder();
        findings.forEach(finding -> report.append(finding.severity())
                .append(' ')
                .append(finding.subject())
                .append(": ")
                .append(finding.message())
                .append('\n'));
        return report.toString();
    }

    boolean isRefused() {
        return imgCif.isEmpty() && findings.stream().anyMatch(Finding::isError);
    }
}
