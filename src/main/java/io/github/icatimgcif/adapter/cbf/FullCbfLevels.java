package io.github.icatimgcif.adapter.cbf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The levels that a quantity was set to in the course of a series, by what each file records. Settings are kept for many files,
 * or are few and come back, or go one way as in a scan; what changes nearly with every file, up and down, not by much and to ever
 * other values, is the noise of a readback or of the source. Noise is one level; settings are apart, as one value for several of
 * them would be untrue.
 */
final class FullCbfLevels {

    /** Relative; a unit of the last digit makes no level, unless it is more than this. */
    private static final double GREATEST_UNIT = 0.01;

    /** A file that differs alone, by no more than noise may, is no setting beside a stretch of so many. */
    private static final int LONG = 4;

    /** Nobody goes to and fro between more settings that are hardly apart; edges are measured at their peak and beside it. */
    private static final int MOST_SETTINGS = 4;

    /** Settings come back to the digit, or nearly; all of them fill no more than this part of the range they lie in. */
    private static final double NARROW = 0.125;

    private final List<BigDecimal> values;
    private final double noise;
    private final double mostNoise;
    private final int[] levels;
    private final Map<Integer, List<BigDecimal>> byLevel = new HashMap<>();

    /**
     * Tells the levels.
     *
     * @param values    of a quantity above zero, or all 0 where it is not known, one of each file, in their order
     * @param noise     relative; values of which each is as close as this to the next are of one level
     * @param mostNoise relative; values between which there is a wider step than this are never of one level
     */
    FullCbfLevels(List<BigDecimal> values, double noise, double mostNoise) {
        this.values = List.copyOf(values);
        this.noise = noise;
        this.mostNoise = mostNoise;
        this.levels = settings();
        for (int place = 0; place < levels.length; place++) {
            byLevel.computeIfAbsent(levels[place], level -> new ArrayList<>()).add(this.values.get(place));
        }
        byLevel.values().forEach(ofLevel -> ofLevel.sort(Comparator.naturalOrder()));
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
        return Collections.unmodifiableList(byLevel.getOrDefault(level, List.of()));
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
        Map<Integer, List<Run>> byRange = runs(near).stream().collect(Collectors.groupingBy(run -> far[run.begin()]));
        for (List<Run> runs : byRange.values()) {
            if (isNoise(runs, near)) {
                int one = near[runs.get(0).begin()];
                runs.forEach(run -> Arrays.fill(near, run.begin(), run.end(), one));
            }
        }
        return near;
    }

    /** Whether runs that lie near one another are noise: many of a single file, and their values neither few nor in order. */
    private boolean isNoise(List<Run> runs, int[] near) {
        long alone = runs.stream().filter(run -> run.length() == 1).count();
        boolean areKept = runs.size() <= 2 || alone * 3 < runs.size();
        return !areKept && !areFew(runs, near) && !goOneWay(runs);
    }

    /**
     * Whether the values are a few that come back: few levels, and each of them narrow beside what lies between them. Three may
     * be those of two edges and beside them; four of which none comes back say nothing.
     */
    private boolean areFew(List<Run> runs, int[] near) {
        Collection<List<BigDecimal>> ofLevels = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> near[run.begin()], Collectors.flatMapping(this::recorded, Collectors.toList())))
                .values();
        double filled = ofLevels.stream().mapToDouble(FullCbfLevels::range).sum();
        double range = range(runs.stream().flatMap(this::recorded).toList());
        boolean comeBack = runs.size() > ofLevels.size() || ofLevels.size() < MOST_SETTINGS;
        return ofLevels.size() <= MOST_SETTINGS && comeBack && filled <= NARROW * range;
    }

    /** Whether the values rise from file to file, or fall, as those of a scan. */
    private boolean goOneWay(List<Run> runs) {
        List<BigDecimal> inTurn = runs.stream().flatMap(this::recorded).toList();
        List<BigDecimal> rising = inTurn.stream().sorted().toList();
        List<BigDecimal> falling =
                inTurn.stream().sorted(Comparator.reverseOrder()).toList();
        return inTurn.equals(rising) || inTurn.equals(falling);
    }

    private Stream<BigDecimal> recorded(Run run) {
        return values.subList(run.begin(), run.end()).stream();
    }

    private static double range(List<BigDecimal> values) {
        return Collections.max(values).subtract(Collections.min(values)).doubleValue();
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
