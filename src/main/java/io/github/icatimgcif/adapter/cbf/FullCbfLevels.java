package io.github.icatimgcif.adapter.cbf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The levels that a quantity was set to in the course of a series, by what each file records. A setting is kept for many files;
 * what changes from file to file, and not by much, is the noise of a readback or of the source and no setting.
 */
final class FullCbfLevels {

    /** Relative; a unit of the last digit makes no level, unless it is more than this. */
    private static final double GREATEST_UNIT = 0.01;

    /** A file that differs alone beside a stretch of so many is no setting. */
    private static final int LONG = 4;

    private final List<BigDecimal> values;
    private final double noise;
    private final double mostNoise;
    private final int[] levels;

    /**
     * Tells the levels.
     *
     * @param values    of a quantity above zero, one of each file, in their order
     * @param noise     relative; values of which each is as close as this to the next are of one level
     * @param mostNoise relative; values that are further apart are never of one level
     */
    FullCbfLevels(List<BigDecimal> values, double noise, double mostNoise) {
        this.values = List.copyOf(values);
        this.noise = noise;
        this.mostNoise = mostNoise;
        this.levels = settings();
    }

    /** The level of a file, by its place; equal for files that were taken with one setting. */
    int level(int place) {
        return levels[place];
    }

    /** Whether the values make one level by themselves, whatever their order. */
    boolean isOne() {
        return Arrays.stream(linked(noise)).allMatch(level -> level == 0);
    }

    /** The levels, each once, that of the first file first. */
    Set<Integer> levels() {
        Set<Integer> all = new LinkedHashSet<>();
        Arrays.stream(levels).forEach(all::add);
        return all;
    }

    /** What the files of a level record, rising. */
    List<BigDecimal> values(int level) {
        return IntStream.range(0, levels.length)
                .filter(place -> levels[place] == level)
                .mapToObj(values::get)
                .sorted()
                .toList();
    }

    /** The median of a level, as one of its files records it. */
    BigDecimal median(int level) {
        List<BigDecimal> ofLevel = values(level);
        return ofLevel.get((ofLevel.size() - 1) / 2);
    }

    /** Whether all values of a level are as close to one another as noise. */
    boolean isQuiet(int level) {
        List<BigDecimal> ofLevel = values(level);
        return areClose(ofLevel.get(0), ofLevel.get(ofLevel.size() - 1), noise);
    }

    private int[] settings() {
        int[] far = linked(mostNoise);
        int[] near = linked(noise);
        for (Run run : runs(near)) {
            if (run.length() == 1) {
                joinNeighbour(run.begin(), near, far);
            }
        }
        List<Run> runs = runs(near);
        for (int apart : Arrays.stream(far).distinct().toArray()) {
            List<Run> ofApart =
                    runs.stream().filter(run -> far[run.begin()] == apart).toList();
            long alone = ofApart.stream().filter(run -> run.length() == 1).count();
            if (ofApart.size() > 2 && alone * 3 >= ofApart.size()) {
                int one = near[ofApart.get(0).begin()];
                ofApart.forEach(run -> Arrays.fill(near, run.begin(), run.end(), one));
            }
        }
        return near;
    }

    private static void joinNeighbour(int place, int[] near, int[] far) {
        for (int side : new int[] {-1, 1}) {
            int beside = place + side;
            int end = place + side * LONG;
            boolean isLong = end >= 0
                    && end < near.length
                    && IntStream.rangeClosed(1, LONG).allMatch(i -> near[place + side * i] == near[beside]);
            if (isLong && far[beside] == far[place]) {
                near[place] = near[beside];
                return;
            }
        }
    }

    /** Levels by place: in the order of size a new one begins where the next value is not close. */
    private int[] linked(double relative) {
        List<Integer> bySize = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        int[] linked = new int[values.size()];
        int level = 0;
        for (int i = 1; i < bySize.size(); i++) {
            if (!areClose(values.get(bySize.get(i - 1)), values.get(bySize.get(i)), relative)) {
                level++;
            }
            linked[bySize.get(i)] = level;
        }
        return linked;
    }

    private static boolean areClose(BigDecimal less, BigDecimal more, double relative) {
        double size = more.doubleValue();
        double unit = less.ulp().max(more.ulp()).doubleValue() * 1.01;
        return more.subtract(less).doubleValue() <= Math.max(relative * size, Math.min(unit, GREATEST_UNIT * size));
    }

    private static List<Run> runs(int[] levels) {
        List<Run> runs = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= levels.length; end++) {
            if (end == levels.length || levels[end] != levels[begin]) {
                runs.add(new Run(begin, end));
                begin = end;
            }
        }
        return runs;
    }

    /** Files of one level that follow one another; {@code end} is the place after the last. */
    private record Run(int begin, int end) {

        int length() {
            return end - begin;
        }
    }
}
