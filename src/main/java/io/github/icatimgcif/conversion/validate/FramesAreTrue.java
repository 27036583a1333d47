package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.map.MeasuredGeometry;
import io.github.icatimgcif.conversion.map.MeasuredGeometry.MeasuredScan;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Stated;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Whoever follows a frame from its scan to its pixels, through {@code diffrn_scan_frame}, {@code diffrn_data_frame},
 * {@code array_data} and {@code array_data_external_data}, comes to the image that was measured there: all frames, in the order
 * in which they are written. The name of the file is not held against anything, as only links make it from the path.
 */
final class FramesAreTrue implements Check {

    private static final String SUBJECT = "_diffrn_data_frame.binary_id";

    private final MeasuredGeometry measured;

    /** The check of one block against what was measured. */
    FramesAreTrue(MeasuredGeometry measured) {
        this.measured = measured;
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        try {
            follow(block);
            return List.of();
        } catch (NotStated e) {
            return List.of(Finding.error(SUBJECT, "the frames do not lead to their pixels: " + e.getMessage()));
        }
    }

    private void follow(DataBlock block) {
        WrittenRows scans = new WrittenRows(block, "diffrn_scan");
        Walk walk = new Walk(block);
        for (MeasuredScan scan : measured.scans()) {
            Table.Row row = scans.next();
            String id = Stated.text(row, "id");
            int count = scan.scan().frames().count();
            require(
                    Stated.number(row, "frames") == count,
                    () -> id + " has " + count + " frames, not what .frames says");
            int number = 0;
            for (FrameLocation place : scan.scan().frames()) {
                number++;
                String frame = walk.frame(id, number, place, scan.measurement().elements());
                require(
                        number > 1 || frame.equals(Stated.text(row, "frame_id_start")),
                        () -> id + " begins with the frame " + frame);
                require(
                        number < count || frame.equals(Stated.text(row, "frame_id_end")),
                        () -> id + " ends with the frame " + frame);
            }
        }
        scans.end();
        walk.end();
    }

    /** The text is asked for only where it is needed: this is asked several times of each frame. */
    private static void require(boolean isTrue, Supplier<String> otherwise) {
        if (!isTrue) {
            throw new NotStated(otherwise.get());
        }
    }

    /** Goes through the four loops side by side. */
    private static final class Walk {

        private final WrittenRows frames;
        private final WrittenRows data;
        private final WrittenRows arrays;
        private final WrittenRows places;
        private final List<String> elements = new ArrayList<>();
        private final Map<Integer, String> arrayOfElement = new TreeMap<>();

        Walk(DataBlock block) {
            frames = new WrittenRows(block, "diffrn_scan_frame");
            data = new WrittenRows(block, "diffrn_data_frame");
            arrays = new WrittenRows(block, "array_data");
            places = new WrittenRows(block, "array_data_external_data");
            Table.of(block, "diffrn_detector_element").forEach(row -> elements.add(Stated.text(row, "id")));
        }

        /** The id of a frame that is followed to its pixels. */
        String frame(String scan, int number, FrameLocation place, List<DetectorElement> measured) {
            Table.Row row = frames.next();
            String frame = Stated.text(row, "frame_id");
            require(
                    Stated.text(row, "scan_id").equals(scan) && Stated.number(row, "frame_number") == number,
                    () -> frame + " is not said to be frame " + number + " of " + scan);
            require(
                    elements.size() == measured.size(),
                    () -> elements.size() + " detector elements for the " + measured.size() + " that were measured");
            List<String> stored = stored(frame, place, measured);
            for (int i = 0; i < measured.size(); i++) {
                element(frame, i, stored.get(measured.get(i).storedArray()));
            }
            return frame;
        }

        private List<String> stored(String frame, FrameLocation place, List<DetectorElement> measured) {
            OptionalInt last =
                    measured.stream().mapToInt(DetectorElement::storedArray).max();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i <= last.orElse(0); i++) {
                Table.Row row = places.next();
                String id = Stated.text(row, "id");
                FrameLocation array = place.array(i);
                Optional<String> index = row.text("frame");
                require(
                        index.map(said -> said.equals(Integer.toString(array.index() + 1)))
                                .orElse(array.index() == 0),
                        () -> "the pixels of " + frame + " are image " + (array.index() + 1) + " of their file and not "
                                + index.orElse("1") + " as " + id + " says");
                require(
                        row.text("path").equals(array.path())
                                && row.text("archive_path")
                                        .equals(array.packing().archivePath())
                                && row.text("format")
                                        .equals(Optional.of(array.format().name())),
                        () -> "the pixels of " + frame + " are not in that part of the file that " + id + " names");
                ids.add(id);
            }
            return ids;
        }

        private void element(String frame, int number, String external) {
            Table.Row row = data.next();
            String array = Stated.text(row, "array_id");
            require(
                    Stated.text(row, "id").equals(frame)
                            && Stated.text(row, "detector_element_id").equals(elements.get(number)),
                    () -> "where the pixels of " + frame + " and " + elements.get(number) + " are expected, those of "
                            + Stated.text(row, "id") + " are named");
            String section = array + " " + row.text("array_section_id").orElse("");
            require(
                    arrayOfElement.computeIfAbsent(number, n -> section).equals(section),
                    () -> frame + " has another array of " + elements.get(number) + " than the frames before it");
            Table.Row pixels = arrays.next();
            require(
                    Stated.text(pixels, "array_id").equals(array)
                            && Stated.number(pixels, "binary_id") == Stated.number(row, "binary_id")
                            && Stated.text(pixels, "external_data_id").equals(external),
                    () -> frame + " leads to array " + array + " " + Stated.text(row, "binary_id")
                            + ", whose pixels must be " + external);
        }

        void end() {
            List.of(frames, data, arrays, places).forEach(WrittenRows::end);
        }
    }
}
