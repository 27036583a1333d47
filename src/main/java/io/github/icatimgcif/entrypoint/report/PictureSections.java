package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.picture.DetectorPicture;
import io.github.icatimgcif.judge.picture.FramePicture;
import io.github.icatimgcif.judge.picture.LaboratoryPicture;
import io.github.icatimgcif.judge.picture.Scene;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.written.NotStated;
import java.util.ArrayList;
import java.util.List;

/** Pictures of what the blocks of a file say: the geometry, and a frame. */
public final class PictureSections {

    private static final int MOST_BLOCKS = 5;

    private PictureSections() {}

    /**
     * The sections.
     *
     * @param blocks   the blocks that were judged
     * @param evidence where a frame may be read
     * @param withheld why no frame is read, where the evidence has no files or nothing that reads images
     */
    public static List<ReportSection> of(List<DataBlock> blocks, Evidence evidence, String withheld) {
        List<ReportSection> sections = new ArrayList<>();
        List<DataBlock> drawn = blocks.stream()
                .filter(block -> block.category("axis").isPresent())
                .limit(MOST_BLOCKS)
                .toList();
        for (int i = 0; i < drawn.size(); i++) {
            DataBlock block = drawn.get(i);
            String of = drawn.size() == 1 ? "" : " of " + block.name();
            try {
                Scene scene = Scene.of(block);
                sections.add(new ReportSection("geometry-" + (i + 1), "Geometry" + of, geometry(scene, i + 1)));
                sections.add(new ReportSection(
                        "frame-" + (i + 1), "Frame" + of, frame(block, scene, evidence, withheld, i + 1)));
            } catch (NotStated e) {
                sections.add(new ReportSection(
                        "geometry-" + (i + 1),
                        "Geometry" + of,
                        "<p>The geometry cannot be drawn: " + Html.escaped(String.valueOf(e.getMessage()))
                                + ".</p>\n"));
            }
        }
        return sections;
    }

    private static String geometry(Scene scene, int number) {
        DetectorPicture detector = new DetectorPicture(scene);
        LaboratoryPicture laboratory = new LaboratoryPicture(scene);
        return "<div class=\"drawings\">\n"
                + figure(detector.svg("detector-" + number), detector.described())
                + figure(laboratory.svg("laboratory-" + number), laboratory.described())
                + "</div>\n";
    }

    private static String frame(DataBlock block, Scene scene, Evidence evidence, String withheld, int number) {
        if (evidence.images().isEmpty() || evidence.files().isEmpty()) {
            return "<p>" + Html.escaped(withheld) + "</p>\n";
        }
        try {
            FramePicture frame = FramePicture.of(
                    block, scene, evidence.images().get(), evidence.files().get());
            return figure(frame.svg("frame-" + number, PngUri::of), frame.described());
        } catch (NotStated | NotStored | ImageUnreadable e) {
            return "<p>No frame can be shown: " + Html.escaped(String.valueOf(e.getMessage())) + ".</p>\n";
        }
    }

    private static String figure(String svg, String caption) {
        return "<figure>\n" + svg + "<figcaption>" + Html.escaped(caption) + "</figcaption>\n</figure>\n";
    }
}
