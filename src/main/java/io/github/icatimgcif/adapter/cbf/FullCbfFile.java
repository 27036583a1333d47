package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one file of a series says of its axes and frames.
 *
 * @param header     the header
 * @param axes       all axes
 * @param goniometer the axes that carry the sample, that in the laboratory first
 * @param detector   the panels and the axes that carry them
 */
record FullCbfFile(FullCbfHeader header, FullCbfAxes axes, List<FullCbfAxis> goniometer, FullCbfDetector detector) {

    /** Categories that have to be the same in all files of a series. */
    private static final List<String> LAYOUT = List.of(
            "axis",
            "array_structure_list",
            "array_structure_list_axis",
            "array_structure_list_section",
            "diffrn_measurement_axis");

    /**
     * Understands a header.
     *
     * @throws NotUsable if it contradicts itself or lacks what is needed
     */
    static FullCbfFile of(FullCbfHeader header) {
        FullCbfAxes axes = new FullCbfAxes(header);
        Set<String> arrays = header.rows("diffrn_data_frame").stream()
                .map(row -> row.text("array_id").orElse("1"))
                .collect(Collectors.toSet());
        return new FullCbfFile(
                header, axes, FullCbfGoniometer.axes(axes, header), new FullCbfDetector(header, axes, arrays));
    }

    /** All axes that have settings, each once. */
    Set<FullCbfAxis> moving() {
        Set<FullCbfAxis> moving = new LinkedHashSet<>(goniometer);
        moving.addAll(detector.axes());
        return moving;
    }

    /**
     * The frames of another file of the series, whose axes are these.
     *
     * @throws NotUsable if that file has other axes, or another number of frames
     */
    List<FullCbfFrame> framesOf(FullCbfHeader other, List<FullCbfFrame> here) {
        for (String category : LAYOUT) {
            if (!header.values(category).equals(other.values(category))) {
                throw differs(other, "_" + category, "its rows are not the same");
            }
        }
        List<FullCbfFrame> frames = new FullCbfFrames(other).read(moving());
        boolean sameImages =
                here.size() == 1 || header.values("diffrn_data_frame").equals(other.values("diffrn_data_frame"));
        if (frames.size() != here.size() || !sameImages) {
            throw differs(other, "_diffrn_data_frame.id", "its frames are not the same");
        }
        return frames;
    }

    private NotUsable differs(FullCbfHeader other, String subject, String how) {
        return new NotUsable(
                subject,
                "of " + header.file() + " and " + other.file() + " differs (" + how
                        + "), yet their names make them one series; keep different scans in different folders or under"
                        + " different names");
    }
}
