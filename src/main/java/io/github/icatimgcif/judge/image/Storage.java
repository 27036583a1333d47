package io.github.icatimgcif.judge.image;

import java.util.List;
import java.util.Optional;

/**
 * How the values of an image lay in its file.
 *
 * @param byteOrder   {@code big_endian} or {@code little_endian}; empty where a value has one byte, or where it is not known
 * @param compression of a CBF the word of the dictionary, as in {@code _array_structure.compression_type}; empty for all else
 * @param filters     of HDF5 the numbers of the filters that the values went through, in the order in which they were stored
 */
public record Storage(Optional<String> byteOrder, Optional<String> compression, List<Integer> filters) {

    /** Nothing is said. */
    public static final Storage NOT_SAID = new Storage(Optional.empty(), Optional.empty(), List.of());

    /** The highest byte of each value first. */
    public static final String BIG_ENDIAN = "big_endian";

    /** The lowest byte of each value first. */
    public static final String LITTLE_ENDIAN = "little_endian";

    public Storage {
        filters = List.copyOf(filters);
    }

    /** Values of a byte order, and nothing more. */
    public static Storage of(ElementType type, boolean isBigEndian) {
        return new Storage(order(type, isBigEndian), Optional.empty(), List.of());
    }

    /** The word for a byte order; empty where a value has one byte. */
    public static Optional<String> order(ElementType type, boolean isBigEndian) {
        return type.bits() == Byte.SIZE ? Optional.empty() : Optional.of(isBigEndian ? BIG_ENDIAN : LITTLE_ENDIAN);
    }
}
