package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.experiment.AxisSetting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether the recorded angles of one axis advance by the same step from file number to file number. */
final class AngleLaw {

    /** An axis that stands still may jitter by this, degrees. */
    private static final double NOISE = 1e-3;

    /** No frame may start further off than this part of a step ... */
    private static final double REGULAR = 0.01;

    /** ... nor than this many units of the last digit of the angles, which are rounded. */
    private static final double ROUNDING = 1.5;

    private static final BigDecimal TURN = BigDecimal.valueOf(360);

    private final String axis;
    private final List<MiniFrame> frames;

    /**
     * A question about frames.
     *
     * @param frames that all give the axis, by rising number, at least one; others may lie between them
     */
    AngleLaw(String axis, List<MiniFrame> frames) {
        this.axis = axis;
        this.frames = frames;
    }

    /**
     * Start and step of the first frame that all others keep to. The recorded step, or, where that is rounded so much that
     * the angles run away from it, the step that the angles themselves make.
     */
    Optional<AxisSetting> regular() {
        FrameAngle first = angle(frames.get(0));
        if (frames.stream().anyMatch(f -> angle(f).increment().compareTo(first.increment()) != 0)) {
            return Optional.empty();
        }
        if (fits(first.increment())) {
            return Optional.of(AxisSetting.stepped(axis, first.start(), first.increment()));
        }
        return refined(first).filter(this::fits).map(step -> AxisSetting.stepped(axis, first.start(), step));
    }

    /** The angle of each frame as recorded. */
    AxisSetting eachFrame() {
        List<BigDecimal> starts =
                frames.stream().map(frame -> angle(frame).start()).toList();
        FrameAngle first = angle(frames.get(0));
        return new AxisSetting(axis, first.start(), first.increment(), Optional.of(starts));
    }

    private boolean fits(BigDecimal step) {
        MiniFrame first = frames.get(0);
        BigDecimal start = angle(first).start();
        return frames.stream().allMatch(frame -> {
            BigDecimal expected = start.add(step.multiply(BigDecimal.valueOf((long) frame.number() - first.number())));
            BigDecimal recorded = nearest(angle(frame).start(), expected, step);
            return Math.abs(recorded.subtract(expected).doubleValue()) <= farthestOff(recorded, step);
        });
    }

    /** Of a turning axis some programs write the angle modulo 360. */
    private static BigDecimal nearest(BigDecimal recorded, BigDecimal expected, BigDecimal step) {
        if (step.signum() == 0) {
            return recorded;
        }
        BigDecimal turns = expected.subtract(recorded).divide(TURN, 0, RoundingMode.HALF_EVEN);
        return recorded.add(turns.multiply(TURN));
    }

    private double farthestOff(BigDecimal recorded, BigDecimal step) {
        double rounding = ROUNDING * recorded.ulp().doubleValue();
        double still = step.signum() == 0 ? NOISE : Math.min(NOISE, REGULAR * Math.abs(step.doubleValue()));
        return Math.max(Math.min(rounding, NOISE), still);
    }

    /** The mean step of the recorded angles, if the recorded one is that one rounded. */
    private Optional<BigDecimal> refined(FrameAngle first) {
        MiniFrame last = frames.get(frames.size() - 1);
        long steps = (long) last.number() - frames.get(0).number();
        if (steps < 2) {
            return Optional.empty();
        }
        BigDecimal expected = first.start().add(first.increment().multiply(BigDecimal.valueOf(steps)));
        BigDecimal recorded = nearest(angle(last).start(), expected, first.increment());
        BigDecimal mean = recorded.subtract(first.start()).divide(BigDecimal.valueOf(steps), MathContext.DECIMAL64);
        // More digits than the angles themselves can tell would be invented.
        int digits = recorded.scale() + (int) Math.ceil(Math.log10(steps)) + 1;
        BigDecimal step = mean.setScale(Math.max(first.increment().scale(), digits), RoundingMode.HALF_EVEN);
        boolean isRounded = step.subtract(first.increment()).abs().doubleValue()
                <= 0.51 * first.increment().ulp().doubleValue();
        return isRounded ? Optional.of(step.stripTrailingZeros()) : Optional.empty();
    }

    private FrameAngle angle(MiniFrame frame) {
        return Objects.requireNonNull(frame.angles().get(axis), axis);
    }
}
