package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Scan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

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
                new Column("archive_path", place -> word(place.packing().archivePath())));
        addIfAny(
                run -> run.first().packing().compression().isPresent(),
                new Column(
                        "file_compression",
                        place -> word(place.packing().compression().map(Enum::name))));
        addIfAny(run -> run.first().path().isPresent(), new Column("path", place -> word(place.path())));
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

    Category category() {
        List<String> objects = new ArrayList<>(List.of("id", "format", "uri"));
        columns.forEach(column -> objects.add(column.object()));
        List<Rows> parts = new ArrayList<>();
        int before = 0;
        for (Scan scan : scans) {
            parts.add(rows(before, scan));
            before += scan.frames().count() * arraysOfFrame;
        }
        return Category.loop("array_data_external_data", objects, Rows.joined(parts));
    }

    private Rows rows(int before, Scan scan) {
        return new Rows() {
            @Override
            public int count() {
                return scan.frames().count() * arraysOfFrame;
            }

            @Override
            public Iterator<List<CifValue>> iterator() {
                Iterator<FrameLocation> places = arrays(scan.frames());
                return IntStream.rangeClosed(before + 1, before + count())
                        .mapToObj(number -> row(number, places.next()))
                        .iterator();
            }
        };
    }

    /** The arrays of each frame in turn. */
    private Iterator<FrameLocation> arrays(FrameLocations frames) {
        return StreamSupport.stream(frames.spliterator(), false)
                .flatMap(place -> IntStream.range(0, arraysOfFrame).mapToObj(place::array))
                .iterator();
    }

    private List<CifValue> row(int number, FrameLocation place) {
        List<CifValue> row = new ArrayList<>(3 + columns.size());
        row.add(CifValue.text(idPrefix + number));
        row.add(CifValue.text(place.format().name()));
        row.add(CifValue.text(uris.of(place.file())));
        columns.forEach(column -> row.add(column.value().apply(place)));
        return row;
    }
}
