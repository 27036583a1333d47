package io.github.icatimgcif.adapter.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tells series apart: by the text around the numbers, then by which of the numbers counts, then by leading zeros. */
final class SeriesGrouping {

    /** Longer numbers are times or serial numbers and stay text; this many digits fit an int. */
    private static final int MOST_DIGITS = 9;

    /** Digits of an earlier number with leading zeros that are taken for the frame number. */
    private static final int SURELY_FRAMES = 4;

    private SeriesGrouping() {}

    static List<NumberedSeries> of(Collection<String> names) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        names.forEach(name -> alike.computeIfAbsent(withoutNumbers(name), key -> new ArrayList<>())
                .add(name));
        List<NumberedSeries> series = new ArrayList<>();
        alike.values().forEach(group -> split(group, series));
        series.sort(Comparator.comparing(one -> one.name(one.first()), NaturalOrder.OF_NAMES));
        return List.copyOf(series);
    }

    private static String withoutNumbers(String name) {
        StringBuilder text = new StringBuilder(name.length());
        int at = 0;
        for (int[] run : runs(name)) {
            text.append(name, at, run[0]).append('\0');
            at = run[1];
        }
        return text.append(name, at, name.length()).toString();
    }

    /** Begin and end of each number of the name. */
    private static List<int[]> runs(String name) {
        List<int[]> runs = new ArrayList<>();
        int at = 0;
        while (at < name.length()) {
            int end = NaturalOrder.endOfDigits(name, at);
            if (end > at && end - at <= MOST_DIGITS) {
                runs.add(new int[] {at, end});
            }
            at = Math.max(at + 1, end);
        }
        return runs;
    }

    /** Names that are alike but for their numbers. */
    private static void split(List<String> group, List<NumberedSeries> into) {
        int counting = group.size() == 1 ? lastOfStem(group.get(0)) : counting(group);
        if (counting < 0) {
            group.forEach(name -> into.add(new NumberedSeries(name, 0, "", List.of(new NumberedSeries.Range(0, 0)))));
            return;
        }
        Map<Surrounding, List<String>> around = new LinkedHashMap<>();
        for (String name : group) {
            int[] run = runs(name).get(counting);
            around.computeIfAbsent(
                            new Surrounding(name.substring(0, run[0]), name.substring(run[1])),
                            key -> new ArrayList<>())
                    .add(name.substring(run[0], run[1]));
        }
        around.forEach((texts, numbers) -> byWidth(texts, numbers, into));
    }

    private record Surrounding(String prefix, String suffix) {}

    /** The last number before the last dot, which is not the 2 of {@code .bz2}; else the last of all; -1 if there is none. */
    private static int lastOfStem(String name) {
        List<int[]> runs = runs(name);
        int dot = name.lastIndexOf('.');
        boolean numberIsExtension = !runs.isEmpty() && runs.get(runs.size() - 1)[0] == dot + 1;
        int last = runs.size() - 1;
        while (!numberIsExtension && last > 0 && dot > 0 && runs.get(last)[0] > dot) {
            last--;
        }
        return last;
    }

    private static int counting(List<String> group) {
        List<int[]> first = runs(group.get(0));
        boolean[] differs = new boolean[first.size()];
        boolean[] filled = new boolean[first.size()];
        int[] narrowest = new int[first.size()];
        Arrays.fill(narrowest, Integer.MAX_VALUE);
        for (String name : group) {
            List<int[]> runs = runs(name);
            for (int i = 0; i < differs.length; i++) {
                int[] run = runs.get(i);
                int length = run[1] - run[0];
                int[] other = first.get(i);
                differs[i] |=
                        length != other[1] - other[0] || !name.regionMatches(run[0], group.get(0), other[0], length);
                filled[i] |= name.charAt(run[0]) == '0' && length > 1;
                narrowest[i] = Math.min(narrowest[i], length);
            }
        }
        int last = differs.length - 1;
        while (last > 0 && !differs[last]) {
            last--;
        }
        for (int i = last - 1; i >= 0 && !filled[last]; i--) {
            if (differs[i] && filled[i] && narrowest[i] >= SURELY_FRAMES) {
                return i;
            }
        }
        return last;
    }

    /** A number with leading zeros shows its width; one without belongs to the widest that it fills, as 1000 follows 999. */
    private static void byWidth(Surrounding texts, List<String> numbers, List<NumberedSeries> into) {
        TreeSet<Integer> widths = new TreeSet<>();
        widths.add(1);
        numbers.stream().filter(SeriesGrouping::isFilled).map(String::length).forEach(widths::add);
        for (int width : widths) {
            List<Integer> values = numbers.stream()
                    .filter(number -> isFilled(number)
                            ? number.length() == width
                            : Integer.valueOf(width).equals(widths.floor(number.length())))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                into.add(new NumberedSeries(texts.prefix(), width, texts.suffix(), NumberedSeries.Range.of(values)));
            }
        }
    }

    private static boolean isFilled(String number) {
        return number.length() > 1 && number.charAt(0) == '0';
    }
}
