package io.github.icatimgcif.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares locations of datasets, which one program may see under another mount point than the next one. */
public final class Locations {

    /** Names of runs and datasets repeat in each sample, so fewer than these say nothing ... */
    private static final int LEAST_COMMON = 2;

    /** ... nor do these below a folder that both have: {@code /data/S1/run_1/dc_1} and {@code /data/S2/run_1/dc_1}. */
    private static final int LEAST_COMMON_BELOW = 3;

    /** A day of measurement is no mount point. */
    private static final Predicate<String> DAY = Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])")
            .asMatchPredicate();

    /** So many folders may differ before what is common: {@code /mnt/storage/data/visitor} and {@code /visitor}. */
    private static final int DEEPEST_MOUNT = 4;

    private Locations() {}

    /** The location without a slash at its end, which some ingesters keep. */
    public static String withoutSlash(String location) {
        return location.length() > 1 && location.endsWith("/")
                ? location.substring(0, location.length() - 1)
                : location;
    }

    /**
     * Whether two locations may be one place under two mount points, or a file or folder in the other one. Under two mount points
     * all but the first folders is the same; folders that differ farther down are two folders, or one that was renamed.
     */
    public static boolean mayBeOne(String one, String other) {
        String first = withoutSlash(one);
        String second = withoutSlash(other);
        return areOneMountedTwice(segments(first), segments(second)) || isIn(first, second) || isIn(second, first);
    }

    private static boolean isIn(String inner, String outer) {
        return inner.startsWith(outer + "/");
    }

    private static boolean areOneMountedTwice(List<String> first, List<String> second) {
        if (first.equals(second)) {
            return true;
        }
        int begin = common(first, second);
        int end = common(reversed(first), reversed(second));
        return begin <= 1
                && end >= (begin == 0 ? LEAST_COMMON : LEAST_COMMON_BELOW)
                && Math.max(first.size(), second.size()) - end <= DEEPEST_MOUNT
                && Stream.of(first, second)
                        .flatMap(segments -> segments.stream().limit(segments.size() - end))
                        .noneMatch(DAY);
    }

    /** How many segments are the same from the begin. */
    private static int common(List<String> first, List<String> second) {
        int count = 0;
        while (count < Math.min(first.size(), second.size()) && first.get(count).equals(second.get(count))) {
            count++;
        }
        return count;
    }

    private static List<String> segments(String location) {
        return Stream.of(location.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static List<String> reversed(List<String> segments) {
        List<String> reversed = new ArrayList<>(segments);
        Collections.reverse(reversed);
        return reversed;
    }
}
