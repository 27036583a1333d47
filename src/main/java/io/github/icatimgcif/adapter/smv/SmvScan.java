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
import java.util.Map;
import java.util.Optional;

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
        Map<Integer, SmvHeader> headers = series.headers().subMap(range.first(), range.last() + 1);
        SmvHeader first = headers.get(range.first());
        if (first == null || start(first).isEmpty()) {
            return Optional.of(List.of());
        }
        BigDecimal start = start(first).get();
        BigDecimal step = first.number("OSC_RANGE").orElse(BigDecimal.ZERO);
        if (headers.entrySet().stream()
                .allMatch(entry -> keeps(entry.getKey() - range.first(), entry.getValue(), start, step))) {
            return Optional.of(List.of(AxisSetting.stepped(axis, start, step)));
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

    private static boolean keeps(int index, SmvHeader header, BigDecimal start, BigDecimal step) {
        Optional<BigDecimal> stated = start(header);
        if (stated.isEmpty()
                || header.number("OSC_RANGE").orElse(BigDecimal.ZERO).compareTo(step) != 0) {
            return false;
        }
        BigDecimal off = stated.get().subtract(start).subtract(step.multiply(BigDecimal.valueOf(index)));
        double turns = Math.rint(off.doubleValue() / 360) * 360;
        double rounding = 1.5 * Math.pow(10, -Math.max(0, stated.get().scale()));
        return Math.abs(off.doubleValue() - turns) <= Math.max(rounding, REGULAR * Math.abs(step.doubleValue()));
    }
}
