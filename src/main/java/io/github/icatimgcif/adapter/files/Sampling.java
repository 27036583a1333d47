package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import java.util.List;
import java.util.TreeSet;

/** Which files of a long series are looked into: the ends of each range of numbers, and some between. */
public final class Sampling {

    /** Headers that are read at most where they agree. */
    public static final int MOST = 32;

    /** Fractional part of the golden section: its multiples fall between one another, with no period to be in step with. */
    private static final double GOLDEN = 0.6180339887498949;

    private Sampling() {}

    /** Numbers to read; all of them for a short series, and for one with so many gaps that its ends alone are too many. */
    public static TreeSet<Integer> of(NumberedSeries series) {
        List<Range> ranges = series.ranges();
        TreeSet<Integer> numbers = new TreeSet<>();
        if (series.count() <= MOST || 2 * ranges.size() > MOST) {
            series.numbers().forEach(numbers::add);
            return numbers;
        }
        for (Range range : ranges) {
            numbers.add(range.first());
            numbers.add(range.last());
        }
        for (int i = 1; numbers.size() < MOST; i++) {
            numbers.add(number(ranges, (int) (i * GOLDEN % 1 * series.count())));
        }
        return numbers;
    }

    /** The number of the frame with this 0-based place in the series. */
    private static int number(List<Range> ranges, int place) {
        int left = place;
        for (Range range : ranges) {
            if (left < range.count()) {
                return range.first() + left;
            }
            left -= range.count();
        }
        return ranges.get(ranges.size() - 1).last();
    }
}
