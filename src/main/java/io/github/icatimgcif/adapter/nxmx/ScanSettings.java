package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.experiment.AxisSetting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where an axis stands at the start of each frame, as start and increment where the steps are regular. */
final class ScanSettings {

    /** Less than this, degrees or mm, is an encoder's noise and not a movement. */
    private static final double NOISE = 1e-4;

    /** Steps are regular if no frame starts further off than this part of a step ... */
    private static final double REGULAR = 0.01;

    /** ... nor than this, degrees or mm, however wide the step. */
    private static final double FARTHEST_OFF = 1e-3;

    /** A stated increment that differs from the recorded settings by more than this part contradicts them. */
    private static final double CONTRADICTION = 1e-3;

    /** Steps computed from recorded angles carry their rounding; a step of a goniometer has fewer digits. */
    private static final int FEWEST_DECIMALS = 6;

    private static final int MOST_DECIMALS = 15;

    /** No axis of an instrument stands there, degrees or mm; a damaged file may say so. */
    private static final double FARTHEST = 1e7;

    private static final String INCREMENT = "_increment_set";

    private final Function<String, Optional<BigDecimal>> numberAt;
    private final int frames;
    private final Findings findings;

    /**
     * Settings of the axes of one scan.
     *
     * @param numberAt the first number of the field at a path of the file, if there is one
     * @param frames   number of frames that are there
     */
    ScanSettings(Function<String, Optional<BigDecimal>> numberAt, int frames, Findings findings) {
        this.numberAt = numberAt;
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
        if (frames == 1) {
            return AxisSetting.stepped(name, start, width(axis, start, length));
        }
        if (recorded == 1) {
            warnOfStatedStep(axis, length);
            return AxisSetting.constant(name, start);
        }
        double[] settings = settings(axis, length);
        return isStill(settings) ? AxisSetting.constant(name, start) : moving(axis, name, start, settings, length);
    }

    private AxisSetting moving(Transformation axis, String name, BigDecimal start, double[] settings, double length) {
        Optional<BigDecimal> stated = stated(axis, length);
        BigDecimal mean = at(axis, frames - 1, length)
                .subtract(start)
                .divide(BigDecimal.valueOf(frames - 1L), MathContext.DECIMAL64);
        BigDecimal step = stated.filter(width -> staysOn(width, mean))
                .or(() -> stated.map(BigDecimal::negate).filter(width -> staysOn(width, mean)))
                .orElseGet(() -> rounded(mean));
        if (!isRegular(settings, step)) {
            findings.note(axis.path(), "the steps are irregular; the setting of each frame is written");
            BigDecimal width = stated.filter(w -> w.signum() != 0).orElseGet(() -> medianStep(settings));
            return new AxisSetting(name, start, width, Optional.of(all(axis, length)));
        }
        stated.ifPresent(width -> compare(axis, width, step));
        return AxisSetting.stepped(name, start, step);
    }

    private void compare(Transformation axis, BigDecimal stated, BigDecimal step) {
        double allowed = Math.max(1e-6, CONTRADICTION * Math.abs(step.doubleValue()));
        if (Math.abs(stated.subtract(step).doubleValue()) <= allowed || stated.signum() == 0) {
            return;
        }
        if (Math.abs(stated.add(step).doubleValue()) <= allowed) {
            findings.note(axis.path(), "the scan runs backwards; its increment is negative");
            return;
        }
        findings.warning(
                axis.path() + INCREMENT,
                "says " + stated.toPlainString() + " and the frames advance by " + step.toPlainString()
                        + "; the latter is used");
    }

    /** A step that is stated while only one setting is: nobody can tell which of the two is meant. */
    private void warnOfStatedStep(Transformation axis, double length) {
        stated(axis, length)
                .filter(width -> Math.abs(width.doubleValue()) > NOISE)
                .ifPresent(width -> findings.warning(
                        axis.path(),
                        "has one value for " + frames + " frames, yet " + axis.name() + INCREMENT + " says "
                                + width.toPlainString()
                                + "; it is taken to stand still: write its value for each frame if it moved"));
    }

    /** The width of the only frame: the nominal one if its end confirms it, else by its end. */
    private BigDecimal width(Transformation axis, BigDecimal start, double length) {
        Optional<BigDecimal> stated = stated(axis, length);
        Optional<BigDecimal> byEnd = numberAt.apply(axis.path() + "_end")
                .map(end -> scaled(axis.converted(end), length).subtract(start));
        BigDecimal width = byEnd.map(measured -> stated.filter(
                                nominal -> Math.abs(nominal.subtract(measured).doubleValue()) <= NOISE)
                        .orElseGet(() -> rounded(measured)))
                .or(() -> stated)
                .orElse(BigDecimal.ZERO);
        return Math.abs(width.doubleValue()) > NOISE ? width : BigDecimal.ZERO;
    }

    private Optional<BigDecimal> stated(Transformation axis, double length) {
        return numberAt.apply(axis.path() + INCREMENT).map(number -> scaled(axis.converted(number), length));
    }

    private static boolean isStill(double[] settings) {
        return Arrays.stream(settings).allMatch(setting -> Math.abs(setting - settings[0]) <= NOISE);
    }

    private static boolean isRegular(double[] settings, BigDecimal step) {
        double width = step.doubleValue();
        for (int i = 0; i < settings.length; i++) {
            if (!(Math.abs(settings[i] - (settings[0] + i * width)) <= allowed(step))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a step leads to the last frame as the mean step does: an error of the step grows with every frame. */
    private boolean staysOn(BigDecimal step, BigDecimal mean) {
        return Math.abs(step.subtract(mean).doubleValue()) * (frames - 1) <= allowed(mean) / 2;
    }

    private static double allowed(BigDecimal step) {
        return Math.max(NOISE, Math.min(FARTHEST_OFF, REGULAR * Math.abs(step.doubleValue())));
    }

    private BigDecimal medianStep(double[] settings) {
        double[] steps = new double[settings.length - 1];
        Arrays.setAll(steps, i -> settings[i + 1] - settings[i]);
        Arrays.sort(steps);
        return rounded(BigDecimal.valueOf(steps[steps.length / 2]));
    }

    private double[] settings(Transformation axis, double length) {
        NumberColumn values = axis.values();
        double factor = axis.converted(BigDecimal.ONE).doubleValue() * length;
        double[] settings = new double[frames];
        Arrays.setAll(settings, i -> values.value(i) * factor);
        return settings;
    }

    private List<BigDecimal> all(Transformation axis, double length) {
        List<BigDecimal> values = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            values.add(at(axis, i, length));
        }
        return values;
    }

    private static BigDecimal at(Transformation axis, int frame, double length) {
        BigDecimal setting = scaled(axis.setting(frame), length);
        if (Math.abs(setting.doubleValue()) > FARTHEST) {
            throw new NotUsable(
                    axis.path(),
                    "says " + setting.round(new MathContext(6)) + ", where no axis of an instrument can be");
        }
        return setting;
    }

    private static BigDecimal scaled(BigDecimal setting, double length) {
        return length == 1 ? setting : BigDecimal.valueOf(setting.doubleValue() * length);
    }

    /** The step with no more decimals than it takes to stay on the settings up to the last frame. */
    private BigDecimal rounded(BigDecimal step) {
        int decimals = FEWEST_DECIMALS;
        while (decimals < MOST_DECIMALS && !staysOn(step.setScale(decimals, RoundingMode.HALF_EVEN), step)) {
            decimals++;
        }
        BigDecimal rounded = step.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
