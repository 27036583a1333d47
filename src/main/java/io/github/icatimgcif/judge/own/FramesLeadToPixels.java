package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Each frame leads to pixels of its own: from {@code diffrn_scan_frame} by {@code diffrn_data_frame} and {@code array_data} to a
 * place in {@code array_data_external_data}. A step that the block does not take, as an older file may, is passed over.
 */
final class FramesLeadToPixels implements BlockTest {

    private static final String NAME = "Frames lead to their pixels";
    private static final String ONE_ROW = "each row must have a key of its own";

    private final int mostRows;

    FramesLeadToPixels() {
        this(2_000_000);
    }

    /**
     * The test for blocks of a certain size.
     *
     * @param mostRows a block with a category of more rows is not followed, for lack of memory
     */
    FramesLeadToPixels(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        Table frames = Table.of(block, "diffrn_scan_frame");
        Table data = Table.of(block, "diffrn_data_frame");
        Table arrays = Table.of(block, "array_data");
        Table places = Table.of(block, "array_data_external_data");
        int rows = Math.max(Math.max(frames.count(), data.count()), Math.max(arrays.count(), places.count()));
        if (rows > mostRows) {
            return List.of(new Remark(
                    Severity.NOTE,
                    NAME,
                    "",
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    "not looked at: a category has " + rows + " rows, more than " + mostRows,
                    ""));
        }
        List<Remark> remarks = new ArrayList<>();
        if (frames.has("frame_id") && data.has("id")) {
            framesToData(frames, data).ifPresent(remarks::add);
        }
        if (arrays.has("array_id") && arrays.has("binary_id")) {
            Numbered keys = new Numbered();
            arrayKeys(arrays, keys).ifPresent(remarks::add);
            if (data.has("array_id") && data.has("binary_id")) {
                dataToArrays(data, keys).ifPresent(remarks::add);
                arraysOfOneFrame(data).ifPresent(remarks::add);
            }
        }
        if (!arrays.has("data")) {
            arraysToPlaces(arrays, places, remarks);
            placesAreTheirOwn(arrays, places).ifPresent(remarks::add);
            placesCanBe(places).ifPresent(remarks::add);
        }
        return remarks;
    }

    private static Optional<Remark> framesToData(Table frames, Table data) {
        Numbered ids = new Numbered();
        data.forEach(row -> ids.putIfAbsent(Numbered.key(text(row, "id")), row.number()));
        for (Table.Row frame : frames) {
            String id = text(frame, "frame_id");
            if (!ids.has(Numbered.key(id))) {
                return error(
                        "_diffrn_scan_frame.frame_id",
                        frame,
                        "frame " + ShownText.of(id) + " does not stand in diffrn_data_frame",
                        "its row there tells which array has its pixels");
            }
        }
        return Optional.empty();
    }

    private static Optional<Remark> arrayKeys(Table arrays, Numbered keys) {
        Optional<Remark> twice = Optional.empty();
        for (Table.Row array : arrays) {
            OptionalInt before = keys.putIfAbsent(arrayKey(array), array.number());
            if (before.isPresent() && twice.isEmpty()) {
                twice = error(
                        "_array_data.binary_id",
                        array,
                        "array " + shown(array, "array_id") + " has the binary_id " + shown(array, "binary_id")
                                + " in row " + before.getAsInt() + " already",
                        ONE_ROW);
            }
        }
        return twice;
    }

    private static Optional<Remark> dataToArrays(Table data, Numbered keys) {
        for (Table.Row row : data) {
            if (!keys.has(arrayKey(row))) {
                return error(
                        "_diffrn_data_frame.binary_id",
                        row,
                        "frame " + shown(row, "id") + " is of array " + shown(row, "array_id") + " and binary_id "
                                + shown(row, "binary_id") + ", which do not stand in array_data",
                        "array_data must have a row with both");
            }
        }
        return Optional.empty();
    }

    /** Elements of one frame may share an array, each with a section of it; frames may not. */
    private static Optional<Remark> arraysOfOneFrame(Table data) {
        Numbered pairs = new Numbered();
        Numbered withFrames = new Numbered();
        for (Table.Row row : data) {
            String frame = text(row, "id");
            OptionalInt before = pairs.putIfAbsent(arrayKey(row), row.number());
            boolean isNew = withFrames
                    .putIfAbsent(Numbered.key(text(row, "array_id"), text(row, "binary_id"), frame), row.number())
                    .isEmpty();
            if (before.isPresent() && isNew) {
                return error(
                        "_diffrn_data_frame.binary_id",
                        row,
                        "frame " + ShownText.of(frame) + " has the array and the binary_id of the frame in row "
                                + before.getAsInt(),
                        "each frame has pixels of its own");
            }
        }
        return Optional.empty();
    }

    private static void arraysToPlaces(Table arrays, Table places, List<Remark> remarks) {
        Numbered ids = new Numbered();
        Optional<Remark> twice = Optional.empty();
        for (Table.Row place : places) {
            String id = text(place, "id");
            OptionalInt before = ids.putIfAbsent(Numbered.key(id), place.number());
            if (before.isPresent() && twice.isEmpty()) {
                twice = error(
                        "_array_data_external_data.id",
                        place,
                        ShownText.of(id) + " is the id of row " + before.getAsInt() + " already",
                        ONE_ROW);
            }
        }
        twice.ifPresent(remarks::add);
        if (arrays.has("external_data_id")) {
            arraysToPlaces(arrays, ids).ifPresent(remarks::add);
        }
    }

    private static Optional<Remark> arraysToPlaces(Table arrays, Numbered ids) {
        Numbered used = new Numbered();
        for (Table.Row array : arrays) {
            String id = text(array, "external_data_id");
            if (!ids.has(Numbered.key(id))) {
                return error(
                        "_array_data.external_data_id",
                        array,
                        "there is no " + ShownText.of(id) + " in array_data_external_data",
                        "each row must have the id of the place where its pixels lie");
            }
            // Arrays of several elements may be parts of what is stored as one.
            OptionalInt before = used.putIfAbsent(Numbered.key(id, text(array, "array_id")), array.number());
            if (before.isPresent()) {
                return error(
                        "_array_data.external_data_id",
                        array,
                        "the pixels are those of row " + before.getAsInt() + ", " + ShownText.of(id),
                        "each frame has pixels of its own");
            }
        }
        return Optional.empty();
    }

    /** Of one array only: those of several may be parts of what is stored as one. */
    private static Optional<Remark> placesAreTheirOwn(Table arrays, Table places) {
        Set<String> ids = new HashSet<>();
        for (var id : arrays.column("array_id")) {
            if (ids.add(id.asText().orElse("")) && ids.size() > 1) {
                return Optional.empty();
            }
        }
        Numbered seen = new Numbered();
        for (Table.Row place : places) {
            long key = Numbered.key(
                    text(place, "uri"),
                    text(place, "archive_path"),
                    text(place, "path"),
                    place.text("frame").orElse("1"));
            OptionalInt before = seen.putIfAbsent(key, place.number());
            if (before.isPresent()) {
                return error(
                        "_array_data_external_data.frame",
                        place,
                        "the image is that of row " + before.getAsInt() + ", by URI, paths and frame",
                        "each frame has an image of its own");
            }
        }
        return Optional.empty();
    }

    private static Optional<Remark> placesCanBe(Table places) {
        for (Table.Row place : places) {
            Optional<String> frame = place.text("frame");
            if (frame.isPresent() && !isNumberOfFrame(place)) {
                return error(
                        "_array_data_external_data.frame",
                        place,
                        "no frame has the number " + ShownText.of(frame.get()),
                        "frames are counted from 1");
            }
        }
        return Optional.empty();
    }

    private static boolean isNumberOfFrame(Table.Row place) {
        double frame = place.doubleValue("frame");
        return frame >= 1 && frame == Math.rint(frame);
    }

    private static long arrayKey(Table.Row row) {
        return Numbered.key(text(row, "array_id"), text(row, "binary_id"));
    }

    private static String text(Table.Row row, String object) {
        return row.text(object).orElse("");
    }

    private static String shown(Table.Row row, String object) {
        return ShownText.of(text(row, object));
    }

    private static Optional<Remark> error(String item, Table.Row row, String wrong, String right) {
        return Optional.of(Remark.error(NAME, item, wrong, right).inRow(row.number()));
    }
}
