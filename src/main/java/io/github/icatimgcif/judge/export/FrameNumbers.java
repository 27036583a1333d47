package io.github.icatimgcif.judge.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which frames of a scan are wanted.
 *
 * @param ranges in rising order, apart from one another
 */
public record FrameNumbers(List<Range> ranges) {

    private static final Pattern RANGE = Pattern.compile("\\s*0*([1-9]\\d{0,8})\\s*(?:-\\s*0*([1-9]\\d{0,8})\\s*)?");

    private static final int PIECE = 1000;

    private static final int LONGEST_TEXT = 10_000;

    /**
     * Frames that follow one another.
     *
     * @param first 1-based number of the first one
     * @param last  of the last one, not below the first
     */
    public record Range(int first, int last) {

        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("the range " + first + "-" + last
                        + " has no frame: frames are counted from 1, and the first comes before the last");
            }
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    public FrameNumbers {
        ranges = joined(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("no frame is named");
        }
    }

    /**
     * Reads {@code 7}, {@code 1-10} or {@code 1,5,9-12}; what is named twice is there once.
     *
     * @throws IllegalArgumentException if the text is not of that form; says what would be right
     */
    public static FrameNumbers parse(String text) {
        List<Range> ranges = new ArrayList<>();
        String taken = text.length() > LONGEST_TEXT ? "" : text;
        for (String part : taken.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException("frames are given as 7, 1-10 or 1,5,9-12, counted from 1, not as '"
                        + text.substring(0, Math.min(40, text.length())) + "'");
            }
            int first = Integer.parseInt(range.group(1));
            ranges.add(new Range(first, range.group(2) == null ? first : Integer.parseInt(range.group(2))));
        }
        return new FrameNumbers(ranges);
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList()) {
            int end = joined.size() - 1;
            if (end >= 0 && range.first() <= joined.get(end).last() + 1) {
                Range before = joined.get(end);
                joined.set(end, new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    /** The numbers in rising order, each once. */
    public IntStream stream() {
        return ranges.stream().flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()));
    }

    /** How many they are. */
    public long count() {
        return ranges.stream()
                .mapToLong(range -> range.last() - (long) range.first() + 1)
                .sum();
    }

    /** The last one alone: a scan that has it has, unless it is odd, all of them. */
    public FrameNumbers lastOnly() {
        int last = ranges.get(ranges.size() - 1).last();
        return new FrameNumbers(List.of(new Range(last, last)));
    }

    /** The same in pieces of no more than a thousand, so that what is said of them need not be kept all at once. */
    public Iterable<FrameNumbers> pieces() {
        return () -> ranges.stream()
                .flatMap(range -> IntStream.iterate(
                                range.first(), first -> first <= range.last(), first -> first + PIECE)
                        .mapToObj(first ->
                                new FrameNumbers(List.of(new Range(first, Math.min(range.last(), first + PIECE - 1))))))
                .iterator();
    }

    /** Whether a frame is among them. */
    public boolean contains(int number) {
        return ranges.stream().anyMatch(range -> range.first() <= number && number <= range.last());
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
