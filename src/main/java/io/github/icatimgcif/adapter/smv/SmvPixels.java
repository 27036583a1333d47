package io.github.icatimgcif.adapter.smv;

import io.github.icatimgcif.adapter.files.PlainValues;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Storage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pixels of an SMV file: plain numbers behind a header of {@code HEADER_BYTES}. */
public final class SmvPixels {

    private static final long MOST_PIXELS = 1L << 27;

    /** As ADSC and those who followed them spell the types, blanks written as underscores. */
    private static final Map<String, ElementType> TYPES = Map.ofEntries(
            Map.entry("unsigned_short", ElementType.UNSIGNED_16),
            Map.entry("unsigned_short_int", ElementType.UNSIGNED_16),
            Map.entry("short", ElementType.SIGNED_16),
            Map.entry("short_int", ElementType.SIGNED_16),
            Map.entry("signed_short", ElementType.SIGNED_16),
            Map.entry("signed_short_int", ElementType.SIGNED_16),
            Map.entry("unsigned_long", ElementType.UNSIGNED_32),
            Map.entry("unsigned_long_int", ElementType.UNSIGNED_32),
            Map.entry("unsigned_int", ElementType.UNSIGNED_32),
            Map.entry("long", ElementType.SIGNED_32),
            Map.entry("long_int", ElementType.SIGNED_32),
            Map.entry("signed_long", ElementType.SIGNED_32),
            Map.entry("signed_long_int", ElementType.SIGNED_32),
            Map.entry("int", ElementType.SIGNED_32),
            Map.entry("unsigned_char", ElementType.UNSIGNED_8),
            Map.entry("signed_char", ElementType.SIGNED_8));

    private SmvPixels() {}

    /**
     * The image of a file.
     *
     * @param in   the file from its first byte on; not closed
     * @param size bytes of the file
     * @throws ImageUnreadable if the header does not say what follows it, or not all of that follows
     * @throws IOException     if the file cannot be read
     */
    public static Image read(InputStream in, long size) throws IOException {
        byte[] start = in.readNBytes(SmvHeader.BYTES);
        SmvHeader header = SmvHeader.parse(new String(start, StandardCharsets.ISO_8859_1));
        if (!header.isWhole()) {
            throw new ImageUnreadable("its header has no closing brace within " + SmvHeader.BYTES + " bytes");
        }
        int headerBytes = count(header, "HEADER_BYTES");
        int fast = count(header, "SIZE1");
        int slow = count(header, "SIZE2");
        if ((long) fast * slow > MOST_PIXELS) {
            throw new ImageUnreadable("SIZE1 " + fast + " and SIZE2 " + slow + " are more than the " + MOST_PIXELS
                    + " pixels of an image");
        }
        refuseCompression(header);
        ElementType type = type(header);
        ByteOrder order = order(header, type);
        if (size - headerBytes < (long) fast * slow * type.bits() / Byte.SIZE) {
            throw tooShort(headerBytes, fast, slow, type);
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
        try {
            whole.skipNBytes(headerBytes);
            return new Image(
                    type,
                    fast,
                    slow,
                    PlainValues.read(whole, fast * slow, type.bits(), order),
                    Storage.of(type, order == ByteOrder.BIG_ENDIAN));
        } catch (EOFException e) {
            throw tooShort(headerBytes, fast, slow, type);
        }
    }

    private static ImageUnreadable tooShort(int headerBytes, int fast, int slow, ElementType type) {
        return new ImageUnreadable("it ends before the last of " + fast + " x " + slow + " pixels of " + type.bits()
                + " bits behind a header of " + headerBytes + " bytes: copy it anew");
    }

    private static int count(SmvHeader header, String key) {
        Optional<BigDecimal> number = header.positive(key);
        try {
            return number.orElseThrow(() -> new ArithmeticException("none")).intValueExact();
        } catch (ArithmeticException e) {
            throw new ImageUnreadable(
                    key + " is " + header.text(key).orElse("not there") + ", which must be a whole number above 0", e);
        }
    }

    private static void refuseCompression(SmvHeader header) {
        Optional<String> compression = header.text("COMPRESSION")
                .filter(word -> !word.toLowerCase(Locale.ROOT).matches("none|no|0"));
        if (compression.isPresent()) {
            throw ImageUnreadable.beyondThisProgram("COMPRESSION is " + compression.get() + ", which is not read");
        }
    }

    private static ElementType type(SmvHeader header) {
        String stated = header.text("TYPE")
                .filter(word -> !word.equalsIgnoreCase("mad")) // of d*TREK the kind of measurement
                .or(() -> header.text("DATA_TYPE"))
                .orElseThrow(() -> new ImageUnreadable("the header has no TYPE, as unsigned_short"));
        ElementType type = TYPES.get(stated.toLowerCase(Locale.ROOT).replaceAll("\\s+", "_"));
        if (type == null) {
            throw ImageUnreadable.beyondThisProgram(
                    "TYPE is " + stated + "; whole numbers of 8, 16 or 32 bits are read, as unsigned_short");
        }
        return type;
    }

    private static ByteOrder order(SmvHeader header, ElementType type) {
        String stated = header.text("BYTE_ORDER").orElse("").toLowerCase(Locale.ROOT);
        return switch (stated) {
            case "little_endian" -> ByteOrder.LITTLE_ENDIAN;
            case "big_endian" -> ByteOrder.BIG_ENDIAN;
            default -> {
                if (type.bits() > Byte.SIZE) {
                    throw new ImageUnreadable("BYTE_ORDER is " + (stated.isEmpty() ? "not there" : stated)
                            + ", which must be little_endian or big_endian");
                }
                yield ByteOrder.LITTLE_ENDIAN;
            }
        };
    }
}
