package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.BinarySection;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frames that a file of full CBF holds. */
final class FullFrames {

    private final FullFile file;
    private final DataBlock block;
    private final String subject;
    private final Findings findings;
    private final FullAxes axes;

    /**
     * Frames of a file.
     *
     * @param subject the file or the series, for findings
     */
    FullFrames(FullFile file, String subject, Findings findings) {
        this.file = file;
        this.block = file.block();
        this.subject = subject;
        this.findings = findings;
        this.axes = new FullAxes(block, subject, findings);
    }

    /** Whether the file may hold more than one array, so that all of it has to be read. */
    static boolean maySayMore(DataBlock block) {
        return CifRow.of(block, "diffrn_data_frame").stream()
                        .map(row -> row.text("id").orElse("") + " "
                                + row.text("array_id").orElse(""))
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * The frames in the order in which they are stored; each as many arrays as any other.
     *
     * @param arraysAreKnown whether the whole file was read; else it has one array
     * @throws NotUsable if nothing true can be said of them
     */
    List<FullFrame> read(boolean arraysAreKnown) {
        Map<String, List<String>> arrays = arraysAreKnown ? arraysOfFrames() : Map.of();
        if (arrays.isEmpty()) {
            arrays = Map.of(onlyFrame(), List.of(onlyArray()));
        }
        List<FullFrame> frames = new ArrayList<>();
        List<String> first = arrays.values().iterator().next();
        DetectorStatement.Placed detector = new FullPanels(block, axes, first, subject, findings).read();
        GoniometerStatement.Stated goniometer = new GoniometerStatement.Stated(
                new AxisChain(axes.goniometer(CifRow.of(block, "diffrn_measurement_axis").stream()
                        .flatMap(row -> row.text("axis_id").stream())
                        .toList())));
        for (Map.Entry<String, List<String>> frame : arrays.entrySet()) {
            if (!frame.getValue().equals(first)) {
                throw new NotUsable(
                        subject,
                        "its frames are not stored alike: one as " + first + ", another as " + frame.getValue());
            }
            frames.add(frame(frame.getKey(), frames.size() + 1, detector, goniometer));
        }
        return frames;
    }

    private FullFrame frame(
            String id, int number, DetectorStatement.Placed detector, GoniometerStatement.Stated goniometer) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        goniometer.axes().axes().stream().map(Axis::name).forEach(names::add);
        names.addAll(FullPanels.names(detector));
        FullSettings settings = new FullSettings(block, axes, id);
        Map<String, FrameAngle> angles = new LinkedHashMap<>();
        names.forEach(name -> angles.put(name, settings.of(name)));
        return new FullFrame(
                number,
                detector,
                goniometer,
                List.copyOf(names),
                angles,
                bitDepth(),
                file.compression(),
                new FullReadings(block, subject, findings).read(id, file.head()));
    }

    /** The arrays of each frame whose pixels are in the file, both in the order in which they are stored. */
    private Map<String, List<String>> arraysOfFrames() {
        Map<String, List<String>> frames = new LinkedHashMap<>();
        for (CifRow stored : CifRow.of(block, "array_data")) {
            if (stored.values().stream().noneMatch(BinarySection.class::isInstance)) {
                continue;
            }
            String array = stored.text("array_id").orElseGet(this::onlyArray);
            String binary = stored.text("binary_id").orElse("1");
            String frame = CifRow.of(block, "diffrn_data_frame").stream()
                    .filter(row -> row.text("array_id").map(array::equals).orElse(true))
                    .filter(row -> row.text("binary_id").map(binary::equals).orElse(true))
                    .findFirst()
                    .flatMap(row -> row.text("id"))
                    .orElseGet(this::onlyFrame);
            frames.computeIfAbsent(frame, id -> new ArrayList<>()).add(array);
        }
        return frames;
    }

    private String onlyFrame() {
        return CifRow.of(block, "diffrn_data_frame").stream()
                .findFirst()
                .flatMap(row -> row.text("id"))
                .or(() -> CifRow.of(block, "diffrn_scan_frame").stream()
                        .findFirst()
                        .flatMap(row -> row.text("frame_id")))
                .orElse("");
    }

    private String onlyArray() {
        return CifRow.of(block, "array_structure_list").stream()
                .findFirst()
                .flatMap(row -> row.text("array_id"))
                .orElse("");
    }

    private int bitDepth() {
        Optional<String> type =
                CifRow.of(block, "array_structure").stream().findFirst().flatMap(row -> row.text("encoding_type"));
        return type.map(BinaryHeader::bitDepth)
                .filter(bits -> bits != 0)
                .or(() -> file.head().binary().map(BinaryHeader::bitDepth))
                .orElse(0);
    }
}
