package io.github.icatimgcif.adapter.hdf5;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one value is stored.
 *
 * @param kind      what it is
 * @param signed    whether a whole number has a sign
 * @param size      bytes of one value, or of one member of a fixed array
 * @param bigEndian byte order
 * @param shift     bits below the lowest used one of a whole number
 * @param precision bits used of a whole number
 * @param variable  whether a text lies in the global heap
 * @param members   values in one element: more than 1 for a fixed array as type
 * @param names     names of an enumeration's values
 */
record StoredType(
        ElementType.Kind kind,
        boolean signed,
        int size,
        boolean bigEndian,
        int shift,
        int precision,
        boolean variable,
        int members,
        Map<Long, String> names) {

    StoredType {
        names = Map.copyOf(names);
    }

    static StoredType of(Cursor message) {
        return of(message, 0);
    }

    private static StoredType of(Cursor message, int depth) {
        if (depth > 4) {
            throw new Damaged("a type made of types more than four deep");
        }
        int head = message.u8();
        int version = head >> 4;
        int bits = (int) message.unsigned(3);
        int size = message.count();
        return switch (head & 0xF) {
            case 0, 4 -> wholeNumber(message, bits, size, (head & 0xF) == 0);
            case 1 -> floating(message, bits, size);
            case 3 -> text(size, false);
            case 8 -> enumeration(message, version, bits & 0xFFFF, depth);
            case 9 -> (bits & 0xF) == 1 ? text(size, true) : other(size);
            case 10 -> array(message, version, size, depth);
            default -> other(size);
        };
    }

    ElementType element() {
        int bits = variable ? 0 : kind == ElementType.Kind.INTEGER ? precision : (int) Math.min(8L * size, 1 << 30);
        return new ElementType(kind, signed, bits);
    }

    /** Bytes of one element of the data set. */
    long elementSize() {
        return (long) size * members;
    }

    private static StoredType wholeNumber(Cursor message, int bits, int size, boolean mayHaveSign) {
        int shift = message.u16();
        int precision = message.u16();
        boolean sound = size >= 1 && size <= 8 && precision >= 1 && shift + precision <= 8 * size;
        return sound
                ? new StoredType(
                        ElementType.Kind.INTEGER,
                        mayHaveSign && (bits & 8) != 0,
                        size,
                        (bits & 1) != 0,
                        shift,
                        precision,
                        false,
                        1,
                        Map.of())
                : other(size);
    }

    private static StoredType floating(Cursor message, int bits, int size) {
        message.skip(2);
        int precision = message.u16();
        message.skip(1);
        int exponent = message.u8();
        message.skip(1);
        int mantissa = message.u8();
        boolean known = (bits & 0x40) == 0
                && precision == 8 * size
                && (size == 2 && exponent == 5 && mantissa == 10
                        || size == 4 && exponent == 8 && mantissa == 23
                        || size == 8 && exponent == 11 && mantissa == 52);
        return known
                ? new StoredType(ElementType.Kind.FLOAT, true, size, (bits & 1) != 0, 0, 8 * size, false, 1, Map.of())
                : other(size);
    }

    private static StoredType text(int size, boolean variable) {
        return new StoredType(ElementType.Kind.TEXT, false, size, false, 0, 0, variable, 1, Map.of());
    }

    private static StoredType other(int size) {
        return new StoredType(ElementType.Kind.OTHER, false, size, false, 0, 0, false, 1, Map.of());
    }

    private static StoredType enumeration(Cursor message, int version, int count, int depth) {
        StoredType base = of(message, depth + 1);
        if (base.kind() != ElementType.Kind.INTEGER) {
            return other(base.size());
        }
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            int from = message.position();
            words[i] = Texts.decoded(message.untilZero());
            int rest = (message.position() - from) % 8;
            message.skip(version >= 3 || rest == 0 ? 0 : 8 - rest);
        }
        Map<Long, String> names = new HashMap<>();
        for (String word : words) {
            names.put(base.wholeNumber(message.bytes(base.size()), 0), word);
        }
        return new StoredType(
                base.kind(),
                base.signed(),
                base.size(),
                base.bigEndian(),
                base.shift(),
                base.precision(),
                false,
                1,
                names);
    }

    private static StoredType array(Cursor message, int version, int size, int depth) {
        int rank = message.u8();
        message.skip(version < 3 ? 3 : 0);
        long members = 1;
        for (int i = 0; i < rank; i++) {
            members = Math.multiplyExact(members, message.u32());
        }
        message.skip(version < 3 ? 4 * rank : 0);
        StoredType base = of(message, depth + 1);
        if (base.members() != 1 || base.size() * members != size) {
            return other(size);
        }
        return new StoredType(
                base.kind(),
                base.signed(),
                base.size(),
                base.bigEndian(),
                base.shift(),
                base.precision(),
                base.variable(),
                Cursor.fitting(members),
                base.names());
    }

    /** The whole number at {@code at}; of an unsigned one of 64 bits the bits. */
    long wholeNumber(byte[] bytes, int at) {
        long raw = raw(bytes, at) >>> shift;
        int unused = 64 - precision;
        return signed ? raw << unused >> unused : raw << unused >>> unused;
    }

    /** The bits at {@code at}, in the order of this type. */
    long raw(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at + (bigEndian ? i : size - 1 - i)] & 0xFF;
        }
        return value;
    }

    /** The name an enumeration gives a value. */
    Optional<String> name(long value) {
        return Optional.ofNullable(names.get(value));
    }
}
