package io.github.icatimgcif.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lives in the heap of a JVM after a full collection.
 *
 * @param instances of each class
 * @param bytes     of all together
 */
public record ClassCounts(Map<String, Long> instances, long bytes) {

    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    private static final String OURS = "io.github.icatimgcif.";

    /** Copies what it is given. */
    public ClassCounts {
        instances = Map.copyOf(instances);
    }

    /** Reads what {@code jcmd PID GC.class_histogram} prints. */
    public static ClassCounts of(String histogram) {
        Map<String, Long> instances = new TreeMap<>();
        long bytes = 0;
        for (String line : histogram.split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                instances.merge(matcher.group(3), Long.parseLong(matcher.group(1)), Long::sum);
                bytes += Long.parseLong(matcher.group(2));
            }
        }
        if (bytes == 0) {
            throw new IllegalArgumentException("no histogram of classes: " + histogram);
        }
        return new ClassCounts(instances, bytes);
    }

    /** Objects of classes of the service itself. */
    public long ours() {
        return instances.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(OURS))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All objects. */
    public long all() {
        return instances.values().stream().mapToLong(Long::longValue).sum();
    }
}
