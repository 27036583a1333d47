package io.github.icatimgcif.adapter.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a virtual data set lies where.
 *
 * @param sourceFile  the file, as written; "." is the file of the virtual data set
 * @param sourcePath  the data set in that file
 * @param source      the part of that data set
 * @param destination the part of the virtual data set
 */
public record VirtualMapping(String sourceFile, String sourcePath, Hyperslab source, Hyperslab destination) {

    private static final int MOST_MAPPINGS = 1_000_000;

    /** All mappings of the object that a global heap keeps for a virtual data set. */
    static List<VirtualMapping> all(Cursor object) {
        object.version(0, "map of a virtual data set");
        long count = object.length();
        if (count < 0 || count > MOST_MAPPINGS) {
            throw new Damaged(Long.toUnsignedString(count) + " mappings of a virtual data set");
        }
        List<VirtualMapping> mappings = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String file = text(object);
            String path = text(object);
            Hyperslab source = Hyperslab.of(object);
            mappings.add(new VirtualMapping(file, path, source, Hyperslab.of(object)));
        }
        return List.copyOf(mappings);
    }

    private static String text(Cursor object) {
        return new String(object.untilZero(), StandardCharsets.UTF_8);
    }
}
