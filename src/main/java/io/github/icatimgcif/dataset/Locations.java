package io.github.icatimgcif.dataset;

import java.util.List;

/** Compares locations of datasets, which one program may see under another mount point than the next one. */
public final class Locations {

    private static final int SEGMENTS_THAT_IDENTIFY = 2;

    private Locations() {}

    /** The location without a slash at its end, which some ingesters keep. */
    public static String withoutSlash(String location) {
        return location.length() > 1 && location.endsWith("/")
                ? location.substring(0, location.length() - 1)
                : location;
    }

    /** Whether two locations may be one place under two mount points, or a file or folder in the other one. */
    public static boolean mayBeOne(String one, String other) {
        String first = withoutSlash(one);
        String second = withoutSlash(other);
        return tail(first).equals(tail(second)) || isIn(first, second) || isIn(second, first);
    }

    private static boolean isIn(String inner, String outer) {
        return inner.startsWith(outer + "/");
    }

    private static List<String> tail(String location) {
        List<String> segments = List.of(location.split("/"));
        return segments.subList(Math.max(0, segments.size() - SEGMENTS_THAT_IDENTIFY), segments.size());
    }
}
