package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import java.io.IOException;

/**
 * Undoes the compression {@code x-CBF_BYTE_OFFSET}: each value is the difference to the one before it, in one byte where it fits,
 * else, behind the smallest number of the shorter form, in two, four or eight.
 *
 * @see <a href="http://www.bernstein-plus-sons.com/software/CBF/doc/CBFlib.html">CBFlib manual, 3.3.3</a>
 */
final class ByteOffsets {

    private ByteOffsets() {}

    /**
     * So many values.
     *
     * @throws java.io.EOFException if there are fewer
     * @throws ImageUnreadable      if one is none of the type
     */
    static int[] read(SectionBytes section, int count, ElementType type) throws IOException {
        int[] values = new int[count];
        // Some write negative marks into images without a sign; their bits are those of the largest numbers.
        long smallest = -(1L << (type.bits() - 1));
        long value = 0;
        for (int i = 0; i < count; i++) {
            value += difference(section);
            if (value < smallest || value > type.largest()) {
                throw new ImageUnreadable(
                        "its pixel " + i + " (counted from 0) is " + value + ", which is no " + type.encodingType());
            }
            values[i] = (int) value;
        }
        return values;
    }

    private static long difference(SectionBytes section) throws IOException {
        byte one = section.signed8();
        if (one != Byte.MIN_VALUE) {
            return one;
        }
        short two = section.signed16();
        if (two != Short.MIN_VALUE) {
            return two;
        }
        int four = section.signed32();
        return four == Integer.MIN_VALUE ? section.signed64() : four;
    }
}
