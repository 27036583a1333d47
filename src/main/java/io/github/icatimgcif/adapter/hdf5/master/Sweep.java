package io.github.icatimgcif.adapter.hdf5.master;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A row of frames without a jump of the axis that turns: one scan.
 *
 * @param first 0-based number of its first frame among all that are there
 * @param count how many frames it has
 * @param all   how many frames are there
 */
public record Sweep(int first, int count, int all) {

    /** Images that are taken one by one to characterise a crystal are few. */
    private static final int MOST_SINGLE_IMAGES = 100;

    /** Images are single ones if the axis turns so many times further between them as during them. */
    private static final double FAR_APART = 10;

    /** All frames as one scan. */
    public static Sweep of(int frames) {
        return new Sweep(0, frames, frames);
    }

    /**
     * The scans of one master: several where the axis that turns jumps between rows of equal steps, each of two frames or
     * more, or between a few images far apart whose width is stated; else one. A jump while a translation moves is a line of a grid,
     * which stays one scan.
     *
     * @param numberAt the first number of the field at a path of the file, if there is one
     * @param findings where a division is told
     */
    public static List<Sweep> of(
            List<RecordedAxis> axes, int frames, Function<String, Optional<BigDecimal>> numberAt, Findings findings) {
        List<RecordedAxis> moving = axes.stream()
                .filter(axis -> axis.values().size() >= frames && frames > 1)
                .filter(axis -> moves(axis.settings(0, frames)))
                .toList();
        if (moving.size() != 1 || !moving.get(0).turns()) {
            return List.of(of(frames));
        }
        RecordedAxis axis = moving.get(0);
        double[] settings = axis.settings(0, frames);
        Optional<BigDecimal> stated = FrameWidth.statedStep(numberAt, axis);
        List<Sweep> sweeps = areSingleImages(settings, stated)
                ? singleImages(frames)
                : frames > 3 && !ScanSettings.trembles(settings) ? divided(settings, stated) : List.of(of(frames));
        if (sweeps.size() > 1) {
            findings.note(
                    axis.path(),
                    "jumps " + (sweeps.size() - 1) + " times; the " + frames + " frames are described as "
                            + sweeps.size() + " scans");
        }
        return sweeps;
    }

    /** Whether an axis with these settings moves at all. */
    static boolean moves(double[] settings) {
        return Arrays.stream(settings).anyMatch(setting -> Math.abs(setting - settings[0]) > ScanSettings.NOISE);
    }

    private static boolean areSingleImages(double[] settings, Optional<BigDecimal> stated) {
        return settings.length <= MOST_SINGLE_IMAGES
                && stated.filter(width -> width.signum() != 0)
                        .filter(width -> IntStream.range(1, settings.length)
                                .allMatch(i -> Math.abs(settings[i] - settings[i - 1])
                                        > FAR_APART * Math.abs(width.doubleValue())))
                        .isPresent();
    }

    private static List<Sweep> singleImages(int frames) {
        return IntStream.range(0, frames).mapToObj(i -> new Sweep(i, 1, frames)).toList();
    }

    private static List<Sweep> divided(double[] settings, Optional<BigDecimal> stated) {
        double median = median(settings);
        double step = stated.map(BigDecimal::doubleValue)
                .filter(width -> Math.abs(Math.abs(width) - Math.abs(median)) < 0.1 * Math.abs(median))
                .map(width -> Math.copySign(width, median))
                .orElse(median);
        List<Sweep> sweeps = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= settings.length; i++) {
            if (i < settings.length && Math.abs(settings[i] - settings[i - 1] - step) <= Math.abs(step) / 2) {
                continue;
            }
            double[] row = Arrays.copyOfRange(settings, first, i);
            double ownStep = row.length < 2 ? step : (row[row.length - 1] - row[0]) / (row.length - 1);
            boolean isRow = row.length > 1 && moves(row) && ScanSettings.isRegular(row, ownStep);
            if (!isRow) {
                return List.of(of(settings.length)); // wandering, not swept: each frame says where it stood
            }
            sweeps.add(new Sweep(first, row.length, settings.length));
            first = i;
        }
        return sweeps;
    }

    private static double median(double[] settings) {
        double[] steps = new double[settings.length - 1];
        Arrays.setAll(steps, i -> settings[i + 1] - settings[i]);
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
