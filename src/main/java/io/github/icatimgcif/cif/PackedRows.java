package io.github.icatimgcif.cif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Rows kept as the bytes they were read as, a tenth of what their values would take; each walk makes the values anew. */
final class PackedRows implements Rows {

    private final List<byte[]> chunks;
    private final int columns;
    private final int count;

    private PackedRows(List<byte[]> chunks, int columns, int count) {
        this.chunks = chunks;
        this.columns = columns;
        this.count = count;
    }

    /** What a kept value is. */
    enum Kind {
        UNKNOWN,
        INAPPLICABLE,
        BARE,
        TEXT,
        BINARY;

        private static final Kind[] ALL = values();

        private CifValue value(String text) {
            return switch (this) {
                case UNKNOWN -> CifValue.UNKNOWN;
                case INAPPLICABLE -> CifValue.INAPPLICABLE;
                case BARE -> BareValue.of(text);
                case TEXT -> CifValue.text(text);
                case BINARY -> new BinarySection(text);
            };
        }
    }

    /** Takes values one after the other, row by row. */
    static final class Packing {

        private static final int LARGEST_CHUNK = 1 << 16;
        private static final int HEAD = 6;

        private final List<byte[]> full = new ArrayList<>();
        private byte[] chunk = new byte[32];
        private int used;
        private long values;

        /** Takes one value and says how many bytes it takes. */
        int add(Kind kind, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (used + HEAD + bytes.length > chunk.length) {
                if (used > 0) {
                    full.add(Arrays.copyOf(chunk, used));
                }
                chunk = new byte[Math.max(Math.min(2 * chunk.length, LARGEST_CHUNK), HEAD + bytes.length)];
                used = 0;
            }
            chunk[used++] = (byte) kind.ordinal();
            int length = bytes.length;
            while (length > 0x7F) {
                chunk[used++] = (byte) (length & 0x7F | 0x80);
                length >>>= 7;
            }
            chunk[used++] = (byte) length;
            System.arraycopy(bytes, 0, chunk, used, bytes.length);
            used += bytes.length;
            values++;
            return HEAD + bytes.length;
        }

        long values() {
            return values;
        }

        PackedRows rows(int columns) {
            List<byte[]> all = new ArrayList<>(full);
            if (used > 0) {
                all.add(Arrays.copyOf(chunk, used));
            }
            return new PackedRows(all, columns, Math.toIntExact(values / columns));
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Iterator<List<CifValue>> iterator() {
        Cursor cursor = new Cursor();
        return new ComputedIterator(count, row -> cursor.row());
    }

    @Override
    public Iterable<CifValue> column(int index) {
        return () -> {
            Cursor cursor = new Cursor();
            return new Iterator<>() {
                private int row;

                @Override
                public boolean hasNext() {
                    return row < count;
                }

                @Override
                public CifValue next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    row++;
                    return cursor.valueOfRow(index);
                }
            };
        };
    }

    /** Goes through the bytes, value by value. */
    private final class Cursor {

        private final Iterator<byte[]> further = chunks.iterator();
        private byte[] chunk = new byte[0];
        private int at;

        List<CifValue> row() {
            CifValue[] values = new CifValue[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = value();
            }
            return List.of(values);
        }

        /** One value of the row; the others are passed over. */
        CifValue valueOfRow(int index) {
            skip(index);
            CifValue value = value();
            skip(columns - index - 1);
            return value;
        }

        private void skip(int values) {
            for (int i = 0; i < values; i++) {
                kind();
                int length = length();
                at += length;
            }
        }

        private CifValue value() {
            Kind kind = kind();
            int length = length();
            String text = new String(chunk, at, length, StandardCharsets.UTF_8);
            at += length;
            return kind.value(text);
        }

        private Kind kind() {
            if (at == chunk.length) {
                chunk = further.next();
                at = 0;
            }
            return Kind.ALL[chunk[at++]];
        }

        private int length() {
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = chunk[at++];
                length |= (part & 0x7F) << shift;
                if (part >= 0) {
                    return length;
                }
            }
        }
    }
}
