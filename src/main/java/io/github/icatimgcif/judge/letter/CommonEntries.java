package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.written.PlacedElements;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of the table that all scans of a block share. */
final class CommonEntries {

    private static final String URI = "_array_data_external_data.uri";
    private static final int SHOWN_SIZES = 3;

    private final DataBlock block;
    private final List<WrittenElement> elements;

    CommonEntries(DataBlock block) {
        this.block = block;
        this.elements =
                PlacedElements.ifStated(block).map(PlacedElements::elements).orElse(List.of());
    }

    List<TableEntry> all() {
        List<TableEntry> entries = new ArrayList<>();
        entries.add(doi());
        entries.add(archive());
        entries.add(Said.entry(block, "Format", "", "_array_data_external_data.format"));
        entries.add(Said.entry(block, "Facility", "", "_diffrn_source.facility"));
        entries.add(Said.entry(block, "Beamline", "", "_diffrn_source.beamline"));
        entries.add(Said.entry(
                block,
                "Detector",
                "",
                "_diffrn_detector.make",
                "_diffrn_detector.type",
                "_diffrn_detector.description",
                "_diffrn_detector.detector"));
        entries.add(Said.entry(block, "Temperature", "K", "_diffrn.ambient_temperature", "_diffrn.ambient_temp"));
        entries.add(Said.entry(block, "Radiation", "", "_diffrn_radiation.probe", "_diffrn_radiation.type"));
        entries.add(Said.entry(
                block,
                "Wavelength",
                "angstrom",
                "_diffrn_radiation_wavelength.value",
                "_diffrn_radiation_wavelength.wavelength"));
        entries.add(pixelSize());
        entries.add(pixels());
        entries.add(count(
                "Scans", Integer.toString(Said.all(block, "_diffrn_scan.id").size()), "_diffrn_scan.id"));
        return entries;
    }

    private TableEntry doi() {
        return Links.doi(block)
                .map(doi -> new TableEntry("DOI", doi, "", "_database.dataset_doi, else the DOI in " + URI))
                .orElseGet(() -> Said.notStated("DOI", "_database.dataset_doi"));
    }

    /** Where the images are: the first link, how many more there are, and how they are packed. */
    private TableEntry archive() {
        List<String> uris = Links.of(block).uris();
        if (uris.isEmpty()) {
            return Said.notStated("Archive", URI);
        }
        String packed = Said.joined(block, "_array_data_external_data.archive_format")
                .map(format -> ", " + format)
                .orElse("");
        String more = uris.size() == 1 ? "" : " and " + (uris.size() - 1) + " more";
        return new TableEntry("Archive", uris.get(0) + more + packed, "", URI + ", .archive_format");
    }

    private TableEntry pixelSize() {
        return elements.isEmpty()
                ? Said.notStated("Pixel size", "_array_structure_list_axis.displacement_increment")
                : new TableEntry(
                        "Pixel size",
                        sizes(element -> decimal(element.fast().step()) + " x "
                                + decimal(element.slow().step())),
                        "mm",
                        "_array_structure_list_axis.displacement_increment, fast x slow");
    }

    private TableEntry pixels() {
        return elements.isEmpty()
                ? Said.notStated("Number of pixels", "_array_structure_list.dimension")
                : new TableEntry(
                        "Number of pixels",
                        sizes(element -> element.fast().size() + " x "
                                        + element.slow().size())
                                + (elements.size() == 1 ? "" : ", on " + elements.size() + " elements"),
                        "",
                        "_array_structure_list.dimension, fast x slow");
    }

    private String sizes(java.util.function.Function<WrittenElement, String> size) {
        List<String> sizes = elements.stream().map(size).distinct().toList();
        return sizes.stream().limit(SHOWN_SIZES).collect(Collectors.joining(", "))
                + (sizes.size() > SHOWN_SIZES ? ", ..." : "");
    }

    private static TableEntry count(String name, String value, String item) {
        return new TableEntry(name, value, "", item);
    }

    /** A number as people write it: no more digits than tell it from another. */
    static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.6f", number);
        return Optional.of(text.replaceAll("0+$", "").replaceAll("\\.$", ""))
                .filter(shorter -> !shorter.equals("-0"))
                .orElse("0");
    }
}
