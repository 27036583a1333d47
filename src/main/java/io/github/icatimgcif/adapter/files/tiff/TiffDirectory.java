package io.github.icatimgcif.adapter.files.tiff;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One directory of a TIFF: what it says of one image, by the numbers of the tags.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
final class TiffDirectory {

    /** No detector writes so many tags. */
    private static final int MOST_ENTRIES = 4096;

    /** Descriptions are 2 or 3 kB. */
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LONG8 = 16;

    private final TiffReader reader;
    private final Map<Integer, Entry> entries;
    private final long nextAt;

    /** A tag: what kind of values, how many, and where they or their place stand in the bytes of the directory. */
    private record Entry(int type, long count, int at, ByteBuffer in) {}

    private TiffDirectory(TiffReader reader, Map<Integer, Entry> entries, long nextAt) {
        this.reader = reader;
        this.entries = entries;
        this.nextAt = nextAt;
    }

    static TiffDirectory at(long position, TiffReader reader) {
        int head = reader.isBig() ? Long.BYTES : Short.BYTES;
        ByteBuffer counted = reader.exactly(position, head);
        long count = reader.isBig() ? counted.getLong(0) : Short.toUnsignedInt(counted.getShort(0));
        if (count < 1 || count > MOST_ENTRIES) {
            throw TiffUnreadable.damaged("the directory at byte " + position + " has " + Long.toUnsignedString(count)
                    + " entries, which must be 1 to " + MOST_ENTRIES);
        }
        int valueAt = Integer.BYTES + reader.offsetSize();
        int size = valueAt + reader.offsetSize();
        int all = (int) count * size;
        ByteBuffer piece = reader.exactly(position + head, all);
        Map<Integer, Entry> entries = new HashMap<>();
        for (int at = 0; at < all; at += size) {
            entries.putIfAbsent(
                    Short.toUnsignedInt(piece.getShort(at)),
                    new Entry(
                            Short.toUnsignedInt(piece.getShort(at + 2)),
                            reader.offset(piece, at + Integer.BYTES),
                            at + valueAt,
                            piece));
        }
        return new TiffDirectory(reader, entries, position + head + all);
    }

    /** Where the next directory lies; 0 if this is the last. Looked for when asked: the first image is one without it. */
    long next() {
        return reader.offset(reader.exactly(nextAt, reader.offsetSize()), 0);
    }

    /** The first whole number behind a tag; empty if there is none. */
    Optional<Long> number(int tag) {
        return Optional.ofNullable(entries.get(tag))
                .filter(entry -> entry.count() > 0)
                .flatMap(this::number);
    }

    private Optional<Long> number(Entry entry) {
        int size = size(entry.type());
        return size == 0 ? Optional.empty() : Optional.of(number(first(entry, size), 0, entry.type()));
    }

    /**
     * All whole numbers behind a tag; none if there are none.
     *
     * @throws TiffUnreadable if there are more than {@code most}
     */
    long[] numbers(int tag, int most) {
        Entry entry = entries.get(tag);
        int size = entry == null ? 0 : size(entry.type());
        if (entry == null || size == 0) {
            return new long[0];
        }
        if (entry.count() < 1 || entry.count() > most) {
            throw TiffUnreadable.damaged("there are " + Long.toUnsignedString(entry.count())
                    + " numbers behind the tag " + tag + ", which must be 1 to " + most);
        }
        int count = (int) entry.count();
        boolean fits = count <= reader.offsetSize() / size;
        ByteBuffer from = fits
                ? entry.in().slice(entry.at(), count * size).order(entry.in().order())
                : reader.exactly(reader.offset(entry.in(), entry.at()), count * size);
        return IntStream.range(0, count)
                .mapToLong(i -> number(from, i * size, entry.type()))
                .toArray();
    }

    private static int size(int type) {
        return switch (type) {
            case BYTE -> Byte.BYTES;
            case SHORT -> Short.BYTES;
            case LONG -> Integer.BYTES;
            case LONG8 -> Long.BYTES;
            default -> 0;
        };
    }

    private static long number(ByteBuffer from, int at, int type) {
        return switch (type) {
            case BYTE -> from.get(at) & 0xff;
            case SHORT -> Short.toUnsignedInt(from.getShort(at));
            case LONG -> Integer.toUnsignedLong(from.getInt(at));
            default -> from.getLong(at);
        };
    }

    /** The text behind a tag up to its first NUL, a character for each byte; empty if there is none. */
    Optional<String> text(int tag) {
        return Optional.ofNullable(entries.get(tag))
                .filter(entry -> entry.type() == ASCII && entry.count() > 0)
                .map(entry -> {
                    ByteBuffer bytes = values(entry, (int) Math.min(Long.max(entry.count(), 0), LONGEST_TEXT));
                    String text = StandardCharsets.ISO_8859_1.decode(bytes).toString();
                    return text.contains("\0") ? text.substring(0, text.indexOf('\0')) : text;
                })
                .filter(text -> !text.isBlank());
    }

    /** The first fraction behind a tag; empty if there is none, or its denominator is 0. */
    Optional<BigDecimal> rational(int tag) {
        return Optional.ofNullable(entries.get(tag))
                .filter(entry -> entry.type() == RATIONAL && entry.count() > 0)
                .map(entry -> first(entry, 2 * Integer.BYTES))
                .filter(pair -> pair.getInt(Integer.BYTES) != 0)
                .map(pair -> BigDecimal.valueOf(Integer.toUnsignedLong(pair.getInt(0)))
                        .divide(
                                BigDecimal.valueOf(Integer.toUnsignedLong(pair.getInt(Integer.BYTES))),
                                MathContext.DECIMAL64));
    }

    /** The first value of an entry; where several do not fit the entry, they lie elsewhere. */
    private ByteBuffer first(Entry entry, int size) {
        boolean fits = entry.count() <= reader.offsetSize() / size;
        return fits
                ? entry.in().slice(entry.at(), size).order(entry.in().order())
                : reader.exactly(reader.offset(entry.in(), entry.at()), size);
    }

    private ByteBuffer values(Entry entry, int length) {
        return entry.count() <= reader.offsetSize()
                ? entry.in().slice(entry.at(), length)
                : reader.exactly(reader.offset(entry.in(), entry.at()), length);
    }
}
