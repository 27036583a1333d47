package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the pixels of each frame lie: {@code array_data_external_data}. */
final class ExternalData {

    /** A column that is there if any frame has it. */
    private record Column(String object, Function<FrameLocation, CifValue> value) {}

    private final List<Scan> scans;
    private final ExternalUris uris;
    private final String idPrefix;
    private final int arraysOfFrame;
    private final List<Column> columns = new ArrayList<>();

    /**
     * @param arraysOfFrame how many arrays are stored one after the other for each frame
     */
    ExternalData(List<Scan> scans, ExternalUris uris, String idPrefix, int arraysOfFrame) {
        this.scans = scans;
        this.uris = uris;
        this.idPrefix = idPrefix;
        this.arraysOfFrame = arraysOfFrame;
        // All frames of a run lie alike, so the first of each tells which columns there are.
        addIfAny(
                run -> run.first().packing().archive().isPresent(),
                new Column(
                        "archive_format",
                        place -> word(place.packing().archive().map(Enum::name))));
        addIfAny(
                run -> run.first().packing().archive().isPresent(),
                new Column("archive_path", place -> exact(place.packing().archivePath())));
        addIfAny(
                run -> run.first().packing().compression().isPresent(),
                new Column(
                        "file_compression",
                        place -> word(place.packing().compression().map(Enum::name))));
        addIfAny(run -> run.first().path().isPresent(), new Column("path", place -> exact(place.path())));
        // 1-based, along the slowest dimension of the data set: checkImgCIF and the dictionary count so.
        addIfAny(
                run -> run.first().path().isPresent() || run instanceof FrameLocations.InFile || arraysOfFrame > 1,
                new Column("frame", place -> CifValue.number(place.index() + 1L)));
    }

    private void addIfAny(Function<FrameLocations.Run, Boolean> has, Column column) {
        if (scans.stream().flatMap(scan -> scan.frames().runs().stream()).anyMatch(has::apply)) {
            columns.add(column);
        }
    }

    private static CifValue word(Optional<String> text) {
        return text.map(CifValue::text).orElse(CifValue.INAPPLICABLE);
    }

    /** Names are found by their exact characters; what a CIF cannot hold has its finding. */
    private static CifValue exact(Optional<String> text) {
        return text.map(name -> CifValue.isExact(name) ? CifValue.exact(name) : CifValue.UNKNOWN)
                .orElse(CifValue.INAPPLICABLE);
    }

    /** The first name that a CIF cannot hold, if there is one; the names of a run differ in a number only. */
    static Optional<Finding> nameThatCannotBeWritten(List<Scan> scans) {
        return scans.stream()
                .flatMap(scan -> scan.frames().runs().stream())
                .map(FrameLocations.Run::first)
                .flatMap(place -> Stream.of(
                                unwritable("archive_path", place.packing().archivePath(), place),
                                unwritable("path", place.path(), place))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private static Optional<Finding> unwritable(String object, Optional<String> name, FrameLocation place) {
        return name.filter(text -> !CifValue.isExact(text))
                .map(text -> Finding.error(
                        "_array_data_external_data." + object,
                        "in " + place.file() + " a frame is named '" + text
                                + "', with characters that no CIF can hold, so that its pixels could not be found:"
                                + " name it without control characters"));
    }

    Category category() {
        List<String> objects = new ArrayList<>(List.of("id", "format", "uri"));
        columns.forEach(column -> objects.add(column.object()));
        List<Rows> parts = new ArrayList<>();
        int before = 0;
        for (Scan scan : scans) {
            for (FrameLocations.Run run : scan.frames().runs()) {
                parts.add(rows(before, run));
                before += run.count() * arraysOfFrame;
            }
        }
        return Category.loop("array_data_external_data", objects, Rows.joined(parts));
    }

    /** The arrays of each frame in turn. */
    private Rows rows(int before, FrameLocations.Run run) {
        return Rows.computed(
                run.count() * arraysOfFrame,
                i -> row(before + i + 1, run.at(i / arraysOfFrame).array(i % arraysOfFrame)));
    }

    private List<CifValue> row(int number, FrameLocation place) {
        CifValue[] row = new CifValue[3 + columns.size()];
        row[0] = CifValue.text(idPrefix + number);
        row[1] = CifValue.text(place.format().name());
        row[2] = CifValue.text(uris.of(place.file()));
        for (int i = 0; i < columns.size(); i++) {
            row[3 + i] = columns.get(i).value().apply(place);
        }
        return List.of(row);
    }
}
