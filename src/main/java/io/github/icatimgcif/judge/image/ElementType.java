package io.github.icatimgcif.judge.image;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of whole number each value of an image is. */
public enum ElementType {
    /** 0 to 255. */
    UNSIGNED_8(8, false),
    /** 0 to 65535. */
    UNSIGNED_16(16, false),
    /** 0 to 4294967295. */
    UNSIGNED_32(32, false),
    /** -128 to 127. */
    SIGNED_8(8, true),
    /** -32768 to 32767. */
    SIGNED_16(16, true),
    /** -2147483648 to 2147483647. */
    SIGNED_32(32, true);

    private final int bits;
    private final boolean isSigned;

    ElementType(int bits, boolean isSigned) {
        this.bits = bits;
        this.isSigned = isSigned;
    }

    /** The type of so many bits; empty if there is none. */
    public static Optional<ElementType> of(int bits, boolean isSigned) {
        return Stream.of(values())
                .filter(type -> type.bits == bits && type.isSigned == isSigned)
                .findFirst();
    }

    /** Bits of each value. */
    public int bits() {
        return bits;
    }

    /** The word of the dictionary, {@code unsigned 16-bit integer}, as in {@code _array_structure.encoding_type}. */
    public String encodingType() {
        return (isSigned ? "signed" : "unsigned") + String.format(Locale.ROOT, " %d-bit integer", bits);
    }

    /** The largest value it can hold. */
    public long largest() {
        return (1L << (isSigned ? bits - 1 : bits)) - 1;
    }

    /** The smallest value it can hold. */
    public long smallest() {
        return isSigned ? -1 - largest() : 0;
    }

    /** The value that the lowest bits of a number stand for. */
    long value(int stored) {
        long low = stored & ((1L << bits) - 1);
        return isSigned && low > largest() ? low - (1L << bits) : low;
    }
}
