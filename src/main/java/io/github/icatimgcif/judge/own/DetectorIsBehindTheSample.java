package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.PlacedElements;
import io.github.icatimgcif.judge.written.Table;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The translation of the detector moves it away from the source, and in every scan it stands behind the sample as long as it is not
 * swung. Translations across the beam are free.
 */
final class DetectorIsBehindTheSample implements BlockTest {

    private static final String NAME = "Detector translation";

    /** Cosine of the angle to the beam, from which a translation changes the distance more than anything else. */
    private static final double ALONG = 0.5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        Set<String> scans = new HashSet<>();
        Table.of(block, "diffrn_scan").forEach(scan -> scan.text("id").ifPresent(scans::add));
        return PlacedElements.ifStated(block)
                .map(placed -> judge(placed, scans))
                .orElse(List.of());
    }

    /** Settings of a scan that is not described are a fault of its name, and say nothing of the detector. */
    private static List<Remark> judge(PlacedElements placed, Set<String> scans) {
        List<Remark> remarks = new ArrayList<>();
        Set<Map<String, Double>> done = new HashSet<>();
        placed.scans().forEach((scan, settings) -> {
            Map<String, Double> straight = placed.ofDetector(placed.withoutSwing(settings));
            if ((scans.isEmpty() || scans.contains(scan)) && done.add(straight)) {
                upstream(scan, straight, placed, remarks);
            }
        });
        if (remarks.isEmpty()) {
            carriers(placed).stream()
                    .filter(axis -> pointsToSource(axis, placed))
                    .forEach(
                            axis -> remarks.add(
                                    Remark.warning(
                                            NAME,
                                            "_axis.vector",
                                            "the detector translation " + ShownText.of(axis)
                                                    + " points towards the source",
                                            "checkImgCIF refuses that; positive settings should move the detector away from the source")));
        }
        return remarks;
    }

    private static void upstream(
            String scan, Map<String, Double> settings, PlacedElements placed, List<Remark> remarks) {
        double farthest = Double.NEGATIVE_INFINITY;
        for (WrittenElement element : placed.elements()) {
            double fast = (element.fast().size() - 1) / 2.0;
            double slow = (element.slow().size() - 1) / 2.0;
            farthest = Math.max(
                    farthest, placed.place(element, fast, slow, settings).dot(placed.beam()));
        }
        // Of a detector that is bent around the sample some elements stand before it, never all.
        if (!placed.elements().isEmpty() && !(farthest > 0)) {
            remarks.add(Remark.error(
                    NAME,
                    "_diffrn_scan_axis.displacement_start",
                    String.format(
                            Locale.ROOT,
                            "in %s the detector stands %.3f mm before the sample, towards the source, or at it",
                            ShownText.of(scan),
                            0.0 - farthest), // no minus before a zero
                    "the translation of the detector must move it away from the source along the beam"));
        }
    }

    private static Set<String> carriers(PlacedElements placed) {
        Set<String> carriers = new LinkedHashSet<>(placed.carriers());
        for (WrittenElement element : placed.elements()) {
            carriers.remove(element.fast().axis());
            carriers.remove(element.slow().axis());
        }
        carriers.removeIf(placed.axes()::turns);
        return carriers;
    }

    private static boolean pointsToSource(String axis, PlacedElements placed) {
        Vector3 direction = PlacedElements.vector(placed.axes().direction(axis, Map.of()));
        return direction.dot(placed.beam()) < -ALONG * direction.length();
    }
}
