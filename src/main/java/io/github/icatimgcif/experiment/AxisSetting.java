package io.github.icatimgcif.experiment;

import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Where an axis stands during a scan: degrees for a rotation, mm for a translation.
 *
 * @param axis      name of the axis
 * @param start     setting at the start of the first frame, digits as recorded
 * @param increment by how much it advances in each frame; 0 if it stands still, negative if it runs backwards
 * @param frames    setting at the start of each frame where the steps are too irregular for start and increment to say it;
 *                  empty otherwise
 */
public record AxisSetting(String axis, BigDecimal start, BigDecimal increment, Optional<List<BigDecimal>> frames) {

    public AxisSetting {
        frames = frames.map(List::copyOf);
    }

    /** An axis that stands still. */
    public static AxisSetting constant(String axis, BigDecimal setting) {
        return new AxisSetting(axis, setting, BigDecimal.ZERO, Optional.empty());
    }

    /** An axis that advances by the same step in each frame. */
    public static AxisSetting stepped(String axis, BigDecimal start, BigDecimal increment) {
        return new AxisSetting(axis, start, increment, Optional.empty());
    }

    /** Whether the axis moves during the scan. */
    public boolean moves() {
        return increment.signum() != 0 || frames.isPresent();
    }

    /** How far apart the settings of the axis are in a scan of so many frames, degrees or mm, however it gets there. */
    public double travel(int count) {
        DoubleSummaryStatistics settings = frames.orElse(List.of()).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .summaryStatistics();
        return settings.getCount() > 0
                ? settings.getMax() - settings.getMin()
                : Math.abs(range(count).doubleValue());
    }

    /**
     * Increment times {@code count} frames, as checkImgCIF wants it also of frames that have settings of their own; where the steps
     * are regular that is from the start of the first frame to the end of the last one.
     */
    public BigDecimal range(int count) {
        return increment.multiply(BigDecimal.valueOf(count));
    }
}
