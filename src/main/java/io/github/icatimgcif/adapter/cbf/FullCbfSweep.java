package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.experiment.AxisSetting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How one axis moves during a scan, by the settings that each frame states. */
final class FullCbfSweep {

    /** Less than this, degrees or mm, is an encoder's noise and not a movement. */
    private static final double NOISE = 1e-4;

    /** Steps are regular if no frame starts further off than this part of a step ... */
    private static final double REGULAR = 0.01;

    /** ... nor than this, degrees or mm, however wide the step. */
    private static final double FARTHEST_OFF = 1e-3;

    private static final int FEWEST_DECIMALS = 6;
    private static final int MOST_DECIMALS = 15;

    private final String axis;
    private final TreeMap<Integer, FullCbfFrame> frames;

    /**
     * The sweep of an axis.
     *
     * @param axis   its name
     * @param frames some frames or all, by their 0-based place in the scan; the first and the last among them
     */
    FullCbfSweep(String axis, Map<Integer, FullCbfFrame> frames) {
        this.axis = axis;
        this.frames = new TreeMap<>(frames);
    }

    /** Start and step, if all these frames keep to them; empty if they do not. */
    Optional<AxisSetting> regular() {
        BigDecimal start = setting(frames.firstKey());
        BigDecimal width = frames.firstEntry().getValue().width(axis);
        boolean oneWidth =
                frames.values().stream().allMatch(frame -> frame.width(axis).compareTo(width) == 0);
        int span = frames.lastKey() - frames.firstKey();
        if (!oneWidth) {
            return Optional.empty();
        }
        if (span == 0) {
            return Optional.of(AxisSetting.stepped(axis, start, width));
        }
        boolean stands = frames.keySet().stream()
                .allMatch(place -> Math.abs(setting(place).subtract(start).doubleValue()) <= NOISE);
        if (stands) {
            return width.signum() == 0 ? Optional.of(AxisSetting.constant(axis, start)) : Optional.empty();
        }
        BigDecimal mean =
                setting(frames.lastKey()).subtract(start).divide(BigDecimal.valueOf(span), MathContext.DECIMAL64);
        BigDecimal step = staysOn(width, mean, span) ? width : rounded(mean, span);
        boolean isWidth = width.signum() == 0
                || Math.abs(step.abs().subtract(width.abs()).doubleValue()) <= rounding(width, start, span);
        return isWidth && keepTo(start, step) ? Optional.of(AxisSetting.stepped(axis, start, step)) : Optional.empty();
    }

    /** The setting of each frame; all frames have to be there. */
    AxisSetting listed() {
        List<BigDecimal> settings = new ArrayList<>();
        frames.keySet().forEach(place -> settings.add(setting(place)));
        BigDecimal width = frames.firstEntry().getValue().width(axis);
        return new AxisSetting(axis, settings.get(0), width, Optional.of(settings));
    }

    /** A width is recorded to a digit, and a step follows from settings that are. */
    private static double rounding(BigDecimal width, BigDecimal setting, int span) {
        return width.ulp().doubleValue() * 0.51 + setting.ulp().doubleValue() * 1.01 / span + 1e-9;
    }

    private boolean keepTo(BigDecimal start, BigDecimal step) {
        int from = frames.firstKey();
        return frames.keySet().stream()
                .allMatch(place ->
                        Math.abs(setting(place).subtract(start).doubleValue() - (place - from) * step.doubleValue())
                                <= allowed(step));
    }

    private static boolean staysOn(BigDecimal step, BigDecimal mean, int span) {
        return Math.abs(step.subtract(mean).doubleValue()) * span <= allowed(mean) / 2;
    }

    private static double allowed(BigDecimal step) {
        return Math.max(NOISE, Math.min(FARTHEST_OFF, REGULAR * Math.abs(step.doubleValue())));
    }

    /** The step with no more decimals than it takes to stay on the settings up to the last frame. */
    private static BigDecimal rounded(BigDecimal mean, int span) {
        int decimals = FEWEST_DECIMALS;
        while (decimals < MOST_DECIMALS && !staysOn(mean.setScale(decimals, RoundingMode.HALF_EVEN), mean, span)) {
            decimals++;
        }
        BigDecimal step = mean.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return step.scale() < 0 ? step.setScale(0) : step;
    }

    private BigDecimal setting(int place) {
        FullCbfFrame frame = frames.get(place);
        return frame == null ? BigDecimal.ZERO : frame.setting(axis);
    }
}
