package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.experiment.AxisSetting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an axis stands at the start of each frame, as start and increment where the steps are regular. */
final class ScanSettings {

    /** Less than this, degrees or mm, is an encoder's noise and not a movement. */
    private static final double NOISE = 1e-4;

    /** A step is regular if no frame starts further off than this part of a step. */
    private static final double REGULAR = 0.01;

    /** Steps computed from recorded angles carry their rounding; a step of a goniometer has fewer digits. */
    private static final int DIGITS_OF_A_STEP = 6;

    private final Hdf5File file;
    private final int frames;
    private final Findings findings;

    ScanSettings(Hdf5File file, int frames, Findings findings) {
        this.file = file;
        this.frames = frames;
        this.findings = findings;
    }

    /**
     * The setting of an axis.
     *
     * @param name   name of the axis in the experiment
     * @param length of the vector of a translation as written, by which its values are multiplied; 1 for a rotation
     */
    AxisSetting of(Transformation axis, String name, double length) {
        int recorded = axis.values().size();
        if (recorded > frames && recorded > 1) {
            findings.warning(
                    axis.path(),
                    "has " + recorded + " values for " + frames + " frames that are there; the first " + frames
                            + " are used");
        }
        if (recorded > 1 && recorded < frames) {
            throw new NotUsable(
                    axis.path(),
                    "has " + recorded + " values for " + frames
                            + " frames; it must have one for all frames, or one for each");
        }
        BigDecimal start = at(axis, 0, length);
        if (recorded <= 1) {
            return frames == 1 ? single(axis, name, start, length) : AxisSetting.constant(name, start);
        }
        if (frames == 1) {
            return single(axis, name, start, length);
        }
        if (isStill(axis, length)) {
            return AxisSetting.constant(name, start);
        }
        BigDecimal step = step(axis, start, length);
        return isRegular(axis, start, step, length)
                ? AxisSetting.stepped(name, start, step)
                : new AxisSetting(name, start, step, Optional.of(all(axis, length)));
    }

    /** One frame: its width is the only step there is. */
    private AxisSetting single(Transformation axis, String name, BigDecimal start, double length) {
        return AxisSetting.stepped(name, start, width(axis, start, length).orElse(BigDecimal.ZERO));
    }

    private BigDecimal step(Transformation axis, BigDecimal start, double length) {
        BigDecimal last = at(axis, frames - 1, length);
        BigDecimal mean = last.subtract(start).divide(BigDecimal.valueOf(frames - 1L), MathContext.DECIMAL64);
        Optional<BigDecimal> stated =
                number(axis.path() + "_increment_set").map(number -> scaled(axis.converted(number), length));
        if (stated.isPresent() && agrees(stated.get(), mean)) {
            return stated.get();
        }
        if (stated.isPresent() && agrees(stated.get().negate(), mean)) {
            findings.note(axis.path(), "the scan runs backwards; its increment is negative");
        } else if (stated.isPresent() && stated.get().signum() != 0) {
            findings.warning(
                    axis.path() + "_increment_set",
                    "says " + stated.get().toPlainString() + " and the frames advance by "
                            + rounded(mean).toPlainString() + "; the latter is used");
        }
        return rounded(mean);
    }

    /** The width of the first frame: by its end, or by the nominal width. */
    private Optional<BigDecimal> width(Transformation axis, BigDecimal start, double length) {
        Optional<BigDecimal> byEnd = number(axis.path() + "_end")
                .map(end -> scaled(axis.converted(end), length).subtract(start));
        return byEnd.or(() -> number(axis.path() + "_increment_set").map(set -> scaled(axis.converted(set), length)));
    }

    private Optional<BigDecimal> number(String path) {
        return Fields.number(file.at(path));
    }

    private boolean isStill(Transformation axis, double length) {
        double first = at(axis, 0, length).doubleValue();
        for (int i = 1; i < frames; i++) {
            if (Math.abs(value(axis, i, length) - first) > NOISE) {
                return false;
            }
        }
        return true;
    }

    private boolean isRegular(Transformation axis, BigDecimal start, BigDecimal step, double length) {
        double allowed = Math.max(NOISE, REGULAR * Math.abs(step.doubleValue()));
        for (int i = 0; i < frames; i++) {
            double expected = start.doubleValue() + i * step.doubleValue();
            if (!(Math.abs(value(axis, i, length) - expected) <= allowed)) {
                findings.note(axis.path(), "the steps are irregular; the setting of each frame is written");
                return false;
            }
        }
        return true;
    }

    private List<BigDecimal> all(Transformation axis, double length) {
        List<BigDecimal> values = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            values.add(at(axis, i, length));
        }
        return values;
    }

    private static double value(Transformation axis, int frame, double length) {
        NumberColumn values = axis.values();
        double recorded = values.value(values.size() == 1 ? 0 : frame);
        return recorded * axis.converted(BigDecimal.ONE).doubleValue() * length;
    }

    private static BigDecimal at(Transformation axis, int frame, double length) {
        return scaled(
                axis.setting(frame)
                        .orElseThrow(() ->
                                new NotUsable(axis.path(), "the value of frame " + (frame + 1) + " is not a number")),
                length);
    }

    private static BigDecimal scaled(BigDecimal setting, double length) {
        return length == 1 ? setting : new BigDecimal(Double.toString(setting.doubleValue() * length));
    }

    private static boolean agrees(BigDecimal stated, BigDecimal mean) {
        double difference = Math.abs(stated.subtract(mean).doubleValue());
        return difference <= Math.max(1e-6, REGULAR * 0.1 * Math.abs(mean.doubleValue()));
    }

    private static BigDecimal rounded(BigDecimal step) {
        BigDecimal rounded = step.setScale(DIGITS_OF_A_STEP, RoundingMode.HALF_EVEN);
        BigDecimal kept = rounded.signum() == 0 ? step : rounded;
        return kept.stripTrailingZeros().scale() < 0
                ? kept.setScale(0, RoundingMode.HALF_EVEN)
                : kept.stripTrailingZeros();
    }
}
