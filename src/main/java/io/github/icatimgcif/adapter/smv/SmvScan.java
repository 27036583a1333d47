package io.github.icatimgcif.adapter.smv;

import io.github.icatimgcif.adapter.files.HeaderSurvey.Series;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.SeriesFrames;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The scan of files numbered without a gap. */
final class SmvScan {

    /** No frame may start further off than this part of a step, or than the rounding of the angles. */
    private static final double REGULAR = 0.02;

    private final Series<SmvHeader> series;
    private final String axis;
    private final List<Finding> findings;

    SmvScan(Series<SmvHeader> series, String axis, List<Finding> findings) {
        this.series = series;
        this.axis = axis;
        this.findings = findings;
    }

    /** The scan; without settings if the headers say nothing of the rotation; empty if what they say cannot be told. */
    Optional<Scan> read() {
        return settings(series.names().ranges().get(0))
                .map(settings -> new Scan(
                        "SCAN1",
                        settings,
                        SeriesFrames.of(series.files(), series.names(), Format.SMV, series.compression())));
    }

    private Optional<List<AxisSetting>> settings(NumberedSeries.Range range) {
        SortedMap<Integer, SmvHeader> headers = series.headers().subMap(range.first(), range.last() + 1);
        SmvHeader first = headers.get(range.first());
        if (first == null || start(first).isEmpty()) {
            return Optional.of(List.of());
        }
        BigDecimal start = start(first).get();
        BigDecimal step = range(first);
        if (advances(headers, start, step, step)) {
            return Optional.of(List.of(AxisSetting.stepped(axis, start, step)));
        }
        if (advances(headers, start, step.negate(), step)) {
            findings.add(
                    Finding.error(
                            series.names().template(),
                            "OSC_START advances by " + step.negate() + " from file to file and OSC_RANGE is " + step
                                    + ": the headers do not say in which sense the sample turns; correct the one that is wrong"));
            return Optional.empty();
        }
        List<BigDecimal> each = new ArrayList<>();
        headers.values().forEach(header -> start(header).ifPresent(each::add));
        if (each.size() != range.count()) {
            findings.add(Finding.error(
                    series.names().template(),
                    "OSC_START does not advance by OSC_RANGE " + step + " from file to file, and only " + each.size()
                            + " of " + range.count() + " headers say it"));
            return Optional.empty();
        }
        findings.add(Finding.warning(
                series.names().template(),
                "OSC_START does not advance by OSC_RANGE " + step
                        + " from file to file; the angle of each file is given"));
        return Optional.of(List.of(new AxisSetting(axis, start, step, Optional.of(each))));
    }

    private static Optional<BigDecimal> start(SmvHeader header) {
        return header.number("OSC_START").or(() -> header.number("PHI"));
    }

    /** Whether OSC_START advances by {@code step} with the number of the file, each header stating the range {@code stated}. */
    private static boolean advances(
            SortedMap<Integer, SmvHeader> headers, BigDecimal start, BigDecimal step, BigDecimal stated) {
        int from = headers.firstKey();
        return headers.entrySet().stream()
                .allMatch(entry -> range(entry.getValue()).compareTo(stated) == 0
                        && keeps(entry.getKey() - from, entry.getValue(), start, step));
    }

    private static BigDecimal range(SmvHeader header) {
        return header.number("OSC_RANGE").orElse(BigDecimal.ZERO);
    }

    private static boolean keeps(int index, SmvHeader header, BigDecimal start, BigDecimal step) {
        Optional<BigDecimal> stated = start(header);
        if (stated.isEmpty()) {
            return false;
        }
        BigDecimal off = stated.get().subtract(start).subtract(step.multiply(BigDecimal.valueOf(index)));
        double turns = Math.rint(off.doubleValue() / 360) * 360;
        double rounding = 1.5 * Math.pow(10, -Math.max(0, stated.get().scale()));
        return Math.abs(off.doubleValue() - turns) <= Math.max(rounding, REGULAR * Math.abs(step.doubleValue()));
    }
}
