package io.github.icatimgcif.adapter.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Files whose names differ in one number: {@code x_1_00001.cbf} to {@code x_1_03600.cbf}. The numbers are those of the names,
 * never counted; 100 000 names take a few ranges.
 *
 * @param prefix what stands before the number, folders included
 * @param width  digits that a number has at least, filled with zeros; 1 if the names have no such zeros, 0 if the name has no
 *               number at all, which makes it a series of one
 * @param suffix what stands after the number
 * @param ranges the numbers that are there, rising, with a gap between any two ranges
 */
public record NumberedSeries(String prefix, int width, String suffix, List<Range> ranges) {

    /**
     * Numbers that follow one another.
     *
     * @param first the first of them
     * @param last  the last of them, itself one of them
     */
    public record Range(int first, int last) {

        /** How many there are. */
        public int count() {
            return last - first + 1;
        }

        /** The ranges that numbers make, which rise. */
        public static List<Range> of(Collection<Integer> rising) {
            List<Range> ranges = new ArrayList<>();
            for (int number : rising) {
                int end = ranges.size() - 1;
                if (end >= 0 && ranges.get(end).last() + 1 == number) {
                    ranges.set(end, new Range(ranges.get(end).first(), number));
                } else {
                    ranges.add(new Range(number, number));
                }
            }
            return ranges;
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + " to " + last;
        }
    }

    public NumberedSeries {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a series has a file: " + prefix + "#" + suffix);
        }
    }

    /**
     * The series that names make, in natural order of their first names; every name is in exactly one. Of several numbers in a
     * name, the last that differs from file to file counts the frames ({@code wedge_2_0010.cbf}), unless an earlier one has
     * leading zeros and at least four digits and it has not ({@code frame_0010_run_2.cbf}); the others tell series apart.
     */
    public static List<NumberedSeries> of(Collection<String> names) {
        return SeriesGrouping.of(names);
    }

    /**
     * The series of files that are to be looked into, one of each at least.
     *
     * @throws FilesUnusable if there are more than a dataset has
     */
    public static List<NumberedSeries> of(RawFiles files) {
        return of(files, Limits.DEFAULT);
    }

    static List<NumberedSeries> of(RawFiles files, Limits limits) {
        List<NumberedSeries> series =
                of(files.list().stream().map(RawFile::name).toList());
        if (series.size() > limits.mostSeries()) {
            throw new FilesUnusable(
                    files.location().toString(),
                    "the names of its files make more than " + limits.mostSeries()
                            + " series, which no single dataset has: give each dataset a folder of its own");
        }
        return series;
    }

    /** How many files there are. */
    public int count() {
        return ranges.stream().mapToInt(Range::count).sum();
    }

    /** The lowest number. */
    public int first() {
        return ranges.get(0).first();
    }

    /** The highest number. */
    public int last() {
        return ranges.get(ranges.size() - 1).last();
    }

    /** All numbers, rising. */
    public IntStream numbers() {
        return ranges.stream().flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()));
    }

    /** The numbers between the first and the last that no file has. */
    public List<Range> gaps() {
        List<Range> gaps = new ArrayList<>();
        for (int i = 1; i < ranges.size(); i++) {
            gaps.add(new Range(ranges.get(i - 1).last() + 1, ranges.get(i).first() - 1));
        }
        return gaps;
    }

    /** The name of the file with a number, whether it is there or not. */
    public String name(int number) {
        if (width == 0) {
            return prefix + suffix;
        }
        String digits = String.valueOf(number);
        return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits + suffix;
    }

    /** The name with {@code #} for each digit: {@code x_1_#####.cbf}. */
    public String template() {
        return prefix + "#".repeat(width) + suffix;
    }
}
