package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which datasets get no imgCIF: those made from others, this program's own output coming back, and scans that are no
 * diffraction. That a dataset shows no sign of crystallography is no reason here; the raw files decide.
 */
public final class WorthConverting {

    /** Parameters that name the program that made a dataset. */
    private static final List<String> PROGRAM = List.of("Process_program", "software");

    /** Parameters that hold the scan type, in older and newer versions of the beamline control. */
    private static final List<String> SCAN_TYPE = List.of("scanType", "MX_scanType");

    /** What registrations of an imgCIF say as their scan type. */
    private static final String OWN_SCAN_TYPE = "imgcif";

    private final Set<String> programNames;
    private final Set<String> skippedScanTypes;

    /**
     * @param programNames     names under which this program's own output comes back
     * @param skippedScanTypes scan types that are no diffraction ({@code xrf}, {@code energy_scan})
     */
    public WorthConverting(List<String> programNames, Set<String> skippedScanTypes) {
        this.programNames = lowerCase(programNames.stream());
        this.skippedScanTypes = lowerCase(skippedScanTypes.stream());
    }

    /**
     * Why this dataset gets no imgCIF; empty if it is to be converted.
     *
     * @param dataset  the dataset as announced
     * @param entry    its entry in the catalogue, where there is a catalogue
     * @param readings what is known of it so far besides the parameters that were announced; may be empty
     */
    public Optional<String> reasonAgainst(
            StoredDataset dataset, Optional<CatalogueEntry> entry, List<Reading> readings) {
        if (!dataset.input().isEmpty()) {
            return Optional.of("processed dataset: made from " + String.join(", ", dataset.input()));
        }
        return announced(dataset, readings, List.of("input_datasets"))
                .map(input -> "processed dataset: made from " + input)
                .findFirst()
                .or(() -> entry.filter(CatalogueEntry::processed)
                        .map(e -> "processed dataset: the catalogue's dataset " + e.id() + " has a processed type"))
                .or(() -> ownOutput(dataset, readings))
                .or(() -> notDiffraction(dataset, readings));
    }

    private Optional<String> ownOutput(StoredDataset dataset, List<Reading> readings) {
        Optional<String> program = announced(dataset, readings, PROGRAM)
                .filter(text -> programNames.contains(text.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (program.isPresent()) {
            return program.map(name -> "own output: made by " + name);
        }
        return announced(dataset, readings, SCAN_TYPE)
                .filter(text -> text.toLowerCase(Locale.ROOT).equals(OWN_SCAN_TYPE))
                .map(text -> "own output: its scan type is " + text)
                .findFirst();
    }

    private Optional<String> notDiffraction(StoredDataset dataset, List<Reading> readings) {
        return announced(dataset, readings, SCAN_TYPE)
                .filter(text -> skippedScanTypes.contains(text.toLowerCase(Locale.ROOT)))
                .map(text -> "no diffraction: its scan type is " + text)
                .findFirst();
    }

    private static Stream<String> announced(StoredDataset dataset, List<Reading> readings, List<String> names) {
        Stream<String> event = names.stream().flatMap(name -> dataset.parameter(name).stream());
        Stream<String> others = readings.stream()
                .filter(reading -> reading.term().vocabulary().equals(SourceTerm.PARAMETER))
                .filter(reading -> names.contains(reading.term().name()))
                .map(Reading::text);
        return Stream.concat(event, others).map(String::strip).filter(text -> !isMissing(text));
    }

    private static boolean isMissing(String text) {
        return text.isEmpty() || text.equalsIgnoreCase("none") || text.equalsIgnoreCase("null");
    }

    private static Set<String> lowerCase(Stream<String> words) {
        return words.map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
