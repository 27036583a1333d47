package io.github.icatimgcif.adapter.hdf5;

import java.util.ArrayList;
import java.util.List;

/** The bytes of a data set or attribute as texts and numbers. */
final class StoredValues {

    private static final int LONGEST_TEXT = 1_000_000;

    private final StoredType type;
    private final byte[] bytes;
    private final GlobalHeaps heaps;

    StoredValues(StoredType type, byte[] bytes, GlobalHeaps heaps) {
        this.type = type;
        this.bytes = bytes;
        this.heaps = heaps;
    }

    /**
     * All texts; of an enumeration the names. An array of texts of the fixed length one is one text, as C and Fortran keep it;
     * of texts of any length each is a text of its own, also where all of them happen to have one letter: axes x, y, z.
     */
    List<String> texts() {
        if (!type.names().isEmpty()) {
            return named();
        }
        if (type.kind() != ElementType.Kind.TEXT || type.size() == 0) {
            return List.of();
        }
        if (bytes.length > LONGEST_TEXT) {
            throw new Damaged("a text of " + bytes.length + " bytes, more than the " + LONGEST_TEXT + " that are read");
        }
        if (!type.variable()) {
            return type.size() == 1 && bytes.length > 1 ? List.of(Texts.decoded(bytes)) : fixed();
        }
        return variable();
    }

    NumberColumn numbers() {
        return switch (type.kind()) {
            case INTEGER -> wholeNumbers();
            case FLOAT -> type.size() == 8 ? doubles() : floats();
            default -> NumberColumn.EMPTY;
        };
    }

    private int count() {
        return type.size() == 0 ? 0 : bytes.length / type.size();
    }

    private List<String> named() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            long value = type.wholeNumber(bytes, i * type.size());
            texts.add(type.name(value).orElse(Long.toString(value)));
        }
        return List.copyOf(texts);
    }

    private List<String> fixed() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            byte[] one = new byte[type.size()];
            System.arraycopy(bytes, i * type.size(), one, 0, one.length);
            texts.add(Texts.decoded(one));
        }
        return List.copyOf(texts);
    }

    private List<String> variable() {
        int width = 8 + heaps.offsetSize();
        List<byte[]> texts = new ArrayList<>();
        long total = 0;
        for (int at = 0; at + width <= bytes.length; at += width) {
            byte[] one = heaps.text(bytes, at);
            total += one.length;
            if (total > LONGEST_TEXT) {
                throw new Damaged("texts of more than the " + LONGEST_TEXT + " bytes that are read");
            }
            texts.add(one);
        }
        return texts.stream().map(Texts::decoded).toList();
    }

    private NumberColumn wholeNumbers() {
        long[] values = new long[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.wholeNumber(bytes, i * type.size());
        }
        boolean above = !type.signed() && type.precision() == 64;
        return above ? NumberColumn.ofUnsignedLongs(values) : NumberColumn.ofLongs(values);
    }

    private NumberColumn doubles() {
        double[] values = new double[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(type.raw(bytes, 8 * i));
        }
        return NumberColumn.ofDoubles(values);
    }

    private NumberColumn floats() {
        float[] values = new float[count()];
        for (int i = 0; i < values.length; i++) {
            int raw = (int) type.raw(bytes, i * type.size());
            values[i] = type.size() == 4 ? Float.intBitsToFloat(raw) : half(raw);
        }
        return NumberColumn.ofFloats(values);
    }

    /** A number of 16 bits: sign, 5 bits of exponent with bias 15, 10 of fraction. */
    private static float half(int raw) {
        int exponent = raw >> 10 & 0x1F;
        int fraction = raw & 0x3FF;
        float magnitude =
                switch (exponent) {
                    case 0 -> Math.scalb((float) fraction, -24);
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
                };
        return (raw & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
