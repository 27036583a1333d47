package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.map.MeasuredGeometry;
import io.github.icatimgcif.conversion.map.MeasuredGeometry.MeasuredScan;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Stated;
import io.github.icatimgcif.judge.written.Table;
import io.github.icatimgcif.judge.written.WrittenAxes;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whoever reads the file by the dictionary finds every panel, every axis and the source where the measurement has them. What
 * would be written is written, read again and evaluated by the definitions of the dictionary; the measurement is taken as it
 * was before anything was arranged for the dictionary. First and last frame of each scan, and frames between them where the
 * settings are stated frame by frame.
 */
final class GeometryIsTrue implements Check {

    private static final int FRAMES_BETWEEN = 200;

    private static final String AXIS = "_axis.vector";

    private final MeasuredGeometry measured;

    /** The check of one block against what was measured. */
    GeometryIsTrue(MeasuredGeometry measured) {
        this.measured = measured;
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        try {
            return compared(block);
        } catch (NotStated | CifUnreadable e) {
            return List.of(Finding.error(AXIS, "the geometry cannot be read from the text: " + e.getMessage()));
        }
    }

    private List<Finding> compared(DataBlock block) {
        List<String> scanIds = new ArrayList<>();
        Table.of(block, "diffrn_scan").forEach(row -> scanIds.add(Stated.text(row, "id")));
        if (scanIds.size() != measured.scans().size()) {
            throw new NotStated(
                    scanIds.size() + " scans for the " + measured.scans().size() + " that were measured");
        }
        List<Set<Integer>> samples =
                measured.scans().stream().map(GeometryIsTrue::sample).toList();
        Map<String, Set<Integer>> frames = new HashMap<>();
        for (int i = 0; i < scanIds.size(); i++) {
            frames.put(scanIds.get(i), samples.get(i));
        }
        DataBlock written = WrittenExcerpt.of(block, frames);
        WrittenAxes axes = new WrittenAxes(written);
        axes.requireTypes();
        WrittenScans scans = new WrittenScans(written, axes);
        GeometryComparison comparison = new GeometryComparison(axes, WrittenElement.of(written), measured.fromMcStas());
        comparison.frame();
        for (int i = 0; i < scanIds.size(); i++) {
            for (int number : samples.get(i)) {
                for (double passed : new double[] {0, 1}) {
                    comparison.moment(
                            scanIds.get(i) + " frame " + number,
                            describes(measured.scans().get(i)),
                            new MeasuredFrame(measured.scans().get(i), number - 1, passed),
                            scans.settings(scanIds.get(i), number - 1, passed));
                }
            }
        }
        List<String> goniometer = axes.chainOf("goniometer");
        for (int i = 0; i < scanIds.size(); i++) {
            goniometerSettings(scanIds.get(i), measured.scans().get(i), goniometer, scans);
        }
        return comparison.findings();
    }

    private static void goniometerSettings(
            String scan, MeasuredScan measured, List<String> written, WrittenScans scans) {
        List<Axis> axes = measured.measurement().goniometer().axes();
        for (int i = 0; i < axes.size(); i++) {
            String name = axes.get(i).name();
            scans.require(
                    scan,
                    written.get(i),
                    measured.scan().setting(name).orElse(AxisSetting.constant(name, BigDecimal.ZERO)));
        }
    }

    /** Whether the axes and elements of the block are those of this scan, and not only so alike that they can be shared. */
    private boolean describes(MeasuredScan scan) {
        Measurement first = measured.scans().get(0).measurement();
        Measurement its = scan.measurement();
        return its.goniometer().equals(first.goniometer())
                && its.detector().equals(first.detector())
                && its.elements().equals(first.elements());
    }

    /** 1-based numbers of the frames that are looked at. */
    private static Set<Integer> sample(MeasuredScan scan) {
        int count = scan.scan().frames().count();
        Set<Integer> numbers = new TreeSet<>(Set.of(1));
        numbers.add(count);
        if (scan.scan().settings().stream().map(AxisSetting::frames).anyMatch(Optional::isPresent)) {
            for (int i = 1; i <= FRAMES_BETWEEN; i++) {
                numbers.add(1 + (int) ((long) (count - 1) * i / (FRAMES_BETWEEN + 1)));
            }
        }
        return numbers;
    }
}
