package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.experiment.AxisSetting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where an axis stands at the start of each frame of a scan, as start and increment where the steps are regular. */
public final class ScanSettings {

    /** Less than this, degrees or mm, is an encoder's noise and not a movement. */
    static final double NOISE = 1e-4;

    /** An axis that stands still may be read back with no more than this, degrees, between its settings. */
    static final double TREMBLING = 0.01;

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

    private static final String IRREGULAR = "the steps are irregular; the setting of each frame is written";

    private final Function<String, Optional<BigDecimal>> numberAt;
    private final Sweep sweep;
    private final int frames;
    private final Findings findings;

    /**
     * Settings of the axes of one scan.
     *
     * @param numberAt the first number of the field at a path of the file, if there is one
     * @param sweep    the frames of the scan among all that are there
     * @param findings where contradictions are told
     */
    public ScanSettings(Function<String, Optional<BigDecimal>> numberAt, Sweep sweep, Findings findings) {
        this.numberAt = numberAt;
        this.sweep = sweep;
        this.frames = sweep.count();
        this.findings = findings;
    }

    /**
     * The setting of an axis.
     *
     * @throws NotUsable if it is not recorded for all frames
     */
    public AxisSetting of(RecordedAxis axis) {
        int recorded = axis.values().size();
        if (recorded > sweep.all() && recorded > 1) {
            findings.warning(
                    axis.path(),
                    "has " + recorded + " values for " + sweep.all() + " frames that are there; the first "
                            + sweep.all() + " are used");
        }
        if (recorded > 1 && recorded < sweep.all()) {
            throw new NotUsable(
                    axis.path(),
                    "has " + recorded + " values for " + sweep.all()
                            + " frames; it must have one for all frames, or one for each");
        }
        BigDecimal start = at(axis, 0);
        if (sweep.all() == 1) {
            return AxisSetting.stepped(axis.name(), start, width(axis));
        }
        if (recorded == 1) {
            warnOfStatedStep(axis);
            return AxisSetting.constant(axis.name(), start);
        }
        double[] settings = axis.settings(sweep.first(), frames);
        if (frames == 1) {
            return AxisSetting.stepped(axis.name(), start, stated(axis).orElse(BigDecimal.ZERO));
        }
        return isStill(settings) || standsTrembling(axis, start, settings)
                ? beginningAlike(axis, start, span(settings))
                : moving(axis, start, settings);
    }

    /** Whether the settings are those of one place as an encoder reads it back, and no scan, however fine. */
    private boolean standsTrembling(RecordedAxis axis, BigDecimal start, double[] settings) {
        if (!axis.turns() || !trembles(settings)) {
            return false;
        }
        boolean isWedge = FrameWidth.of(numberAt, axis)
                .confirmed(TREMBLING)
                .filter(width -> Math.abs(width.doubleValue()) > TREMBLING)
                .isPresent();
        double mean = meanStep(axis, start).doubleValue();
        boolean isStatedScan = stated(axis)
                .filter(step -> Math.abs(Math.abs(step.doubleValue()) - Math.abs(mean)) < Math.abs(mean) / 2)
                .isPresent();
        return isWedge || !(isRegular(settings, mean) || isStatedScan);
    }

    private BigDecimal meanStep(RecordedAxis axis, BigDecimal start) {
        return at(axis, frames - 1).subtract(start).divide(BigDecimal.valueOf(frames - 1L), MathContext.DECIMAL64);
    }

    /**
     * Frames that all begin at one setting: the axis stands still, or, if it turns, each frame goes on from there and the axis goes
     * back, as where a wedge is exposed again and again. That is told in any case, as a step may be left over from a scan before.
     *
     * @param span from the least to the largest setting, degrees or mm
     */
    private AxisSetting beginningAlike(RecordedAxis axis, BigDecimal start, double span) {
        boolean isExact = span <= 2 * NOISE;
        double noise = isExact ? NOISE : TREMBLING;
        FrameWidth beside = FrameWidth.of(numberAt, axis);
        Optional<BigDecimal> confirmed = beside.confirmed(noise);
        double least = confirmed.isPresent() ? noise : 10 * Math.max(NOISE, span);
        Optional<BigDecimal> byEnd = confirmed
                .or(() -> beside.byEndAlone(axis).map(this::rounded))
                .filter(width -> Math.abs(width.doubleValue()) > least);
        Optional<List<BigDecimal>> each = Optional.empty();
        if (!isExact) {
            findings.note(axis.path(), IRREGULAR);
            each = Optional.of(all(axis));
        }
        if (axis.turns() && byEnd.isPresent()) {
            BigDecimal width = byEnd.get();
            tellOfEnd(axis, beside);
            findings.warning(
                    axis.path(),
                    "is " + start.toPlainString() + " at the beginning of all " + frames
                            + " frames, and the first ends " + width.toPlainString()
                            + " further on: each of them is taken to turn by that from there; check that it did");
            return new AxisSetting(axis.name(), start, width, Optional.of(all(axis)));
        }
        beside.stated()
                .filter(FrameWidth::advances)
                .ifPresent(step -> findings.warning(
                        axis.path(),
                        "is " + start.toPlainString() + " at the beginning of all " + frames
                                + " frames, yet its step is said to be " + step.toPlainString()
                                + "; it is taken to stand still"));
        return new AxisSetting(axis.name(), start, BigDecimal.ZERO, each);
    }

    private AxisSetting moving(RecordedAxis axis, BigDecimal start, double[] settings) {
        Optional<BigDecimal> stated = stated(axis);
        BigDecimal mean = meanStep(axis, start);
        Optional<BigDecimal> pausing = widthByEnd(axis, mean)
                .filter(width -> Math.abs(width.doubleValue()) < 0.9 * Math.abs(mean.doubleValue()));
        if (pausing.isPresent()) {
            tellOfEnd(axis, FrameWidth.of(numberAt, axis));
            findings.note(
                    axis.path(),
                    "each frame advances by " + pausing.get().toPlainString()
                            + " and the next one begins further on; the setting of each frame is written");
            return new AxisSetting(axis.name(), start, pausing.get(), Optional.of(all(axis)));
        }
        BigDecimal step = stated.filter(width -> staysOn(width, mean))
                .or(() -> stated.map(BigDecimal::negate).filter(width -> staysOn(width, mean)))
                .orElseGet(() -> rounded(mean));
        if (!isRegular(settings, step.doubleValue())) {
            findings.note(axis.path(), IRREGULAR);
            BigDecimal width = stated.filter(w -> w.signum() != 0)
                    .orElseGet(() -> axis.turns() && trembles(settings) ? BigDecimal.ZERO : medianStep(settings));
            return new AxisSetting(axis.name(), start, width, Optional.of(all(axis)));
        }
        stated.ifPresent(width -> compare(axis, width, step));
        return AxisSetting.stepped(axis.name(), start, step);
    }

    private void compare(RecordedAxis axis, BigDecimal stated, BigDecimal step) {
        double allowed = Math.max(1e-6, CONTRADICTION * Math.abs(step.doubleValue()));
        if (Math.abs(stated.subtract(step).doubleValue()) <= allowed || stated.signum() == 0) {
            return;
        }
        if (Math.abs(stated.add(step).doubleValue()) <= allowed) {
            findings.note(axis.path(), "the scan runs backwards; its increment is negative");
            return;
        }
        findings.warning(
                FrameWidth.pathOfStep(axis),
                "says " + stated.toPlainString() + " and the frames advance by " + step.toPlainString()
                        + "; the latter is used");
    }

    /**
     * The width of a frame that its end tells, so that the axis may stand between two frames: the stated one if the end of the
     * first frame confirms it; where none is stated, what the end says, if that is the way in which the scan runs.
     */
    private Optional<BigDecimal> widthByEnd(RecordedAxis axis, BigDecimal mean) {
        FrameWidth beside = FrameWidth.of(numberAt, axis);
        Optional<BigDecimal> width = beside.stated().isPresent()
                ? beside.confirmed(10 * NOISE)
                        .filter(step -> step.compareTo(beside.stated().get()) == 0 || step.signum() == mean.signum())
                : beside.measured().map(this::rounded).filter(measured -> measured.signum() == mean.signum());
        return width.filter(FrameWidth::advances);
    }

    /** A step that is stated while only one setting is: nobody can tell which of the two is meant. */
    private void warnOfStatedStep(RecordedAxis axis) {
        stated(axis)
                .filter(FrameWidth::advances)
                .ifPresent(width -> findings.warning(
                        axis.path(),
                        "has one value for " + sweep.all() + " frames, yet its step is said to be "
                                + width.toPlainString()
                                + "; it is taken to stand still: write its value for each frame if it moved"));
    }

    /** The width of the only frame: the nominal one if its end confirms it, else by its end. */
    private BigDecimal width(RecordedAxis axis) {
        FrameWidth beside = FrameWidth.of(numberAt, axis);
        tellOfEnd(axis, beside);
        if (beside.recorded().isEmpty()
                && numberAt.apply(FrameWidth.pathOfEnd(axis)).isPresent()) {
            findings.warning(
                    FrameWidth.pathOfEnd(axis),
                    "is 0, as if nobody had set it: the frame begins at "
                            + axis.setting(0).toPlainString() + "; write where it ends");
        }
        BigDecimal width = beside.measured().isEmpty()
                ? beside.stated().orElse(BigDecimal.ZERO)
                : beside.confirmed(NOISE)
                        .orElseGet(() -> rounded(beside.measured().get()));
        return FrameWidth.advances(width) ? width : BigDecimal.ZERO;
    }

    /** That the frame goes the shorter way is only likely; an end of 0 near the beginning can be meant, or nobody set it. */
    private void tellOfEnd(RecordedAxis axis, FrameWidth beside) {
        String width = beside.measured()
                .map(this::rounded)
                .map(BigDecimal::toPlainString)
                .orElse("");
        if (axis.turns() && beside.endsAtZero(axis)) {
            findings.warning(
                    FrameWidth.pathOfEnd(axis),
                    "is 0: the first frame is taken to turn by " + width + " to there; check that somebody set it");
        } else if (beside.isOnlyLikely()) {
            findings.note(
                    FrameWidth.pathOfEnd(axis),
                    "is taken for an angle modulo 360: the first frame turns by " + width + " and not by "
                            + rounded(beside.recorded().orElseThrow()).toPlainString());
        }
    }

    private Optional<BigDecimal> stated(RecordedAxis axis) {
        return FrameWidth.statedStep(numberAt, axis);
    }

    private static boolean isStill(double[] settings) {
        return Arrays.stream(settings).allMatch(setting -> Math.abs(setting - settings[0]) <= NOISE);
    }

    /** Whether angles that follow no step may be those of an axis that stands still. */
    static boolean trembles(double[] settings) {
        return span(settings) <= TREMBLING;
    }

    /** From the least to the largest setting, degrees or mm. */
    static double span(double[] settings) {
        return Arrays.stream(settings).max().orElse(0)
                - Arrays.stream(settings).min().orElse(0);
    }

    /** Whether no setting is further off a row of equal steps than is allowed. */
    static boolean isRegular(double[] settings, double step) {
        for (int i = 0; i < settings.length; i++) {
            if (!(Math.abs(settings[i] - (settings[0] + i * step)) <= allowed(step))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a step leads to the last frame as the mean step does: an error of the step grows with every frame. */
    private boolean staysOn(BigDecimal step, BigDecimal mean) {
        return Math.abs(step.subtract(mean).doubleValue()) * (frames - 1) <= allowed(mean.doubleValue()) / 2;
    }

    private static double allowed(double step) {
        return Math.max(NOISE, Math.min(FARTHEST_OFF, REGULAR * Math.abs(step)));
    }

    private BigDecimal medianStep(double[] settings) {
        double[] steps = new double[settings.length - 1];
        Arrays.setAll(steps, i -> settings[i + 1] - settings[i]);
        Arrays.sort(steps);
        return rounded(BigDecimal.valueOf(steps[steps.length / 2]));
    }

    private List<BigDecimal> all(RecordedAxis axis) {
        List<BigDecimal> values = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            values.add(at(axis, i));
        }
        return values;
    }

    private BigDecimal at(RecordedAxis axis, int frame) {
        BigDecimal setting = axis.setting(sweep.first() + frame);
        if (Math.abs(setting.doubleValue()) > FARTHEST) {
            throw new NotUsable(
                    axis.path(),
                    "says " + setting.round(new MathContext(6)) + ", where no axis of an instrument can be");
        }
        return setting;
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
