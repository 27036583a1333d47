package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.PlainValues;
import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Storage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pixels of a CBF, mini or full: those of one of its binary sections, plain or compressed by byte offsets. */
public final class CbfPixels {

    private static final long MOST_PIXELS = 1L << 27;

    private CbfPixels() {}

    /**
     * One image of a file.
     *
     * @param in     the file from its first byte on; not closed
     * @param number 1-based number of the binary section; one of three dimensions is an image of all its layers, one below the
     *               other
     * @throws ImageUnreadable if there is no such section, or it is not what its header says
     * @throws IOException     if the file cannot be read
     */
    public static Image read(InputStream in, int number) throws IOException {
        InputStream buffered = new BufferedInputStream(in, 64 * 1024);
        BinaryHeader header = new BinarySections(buffered).header(number);
        ElementType type = type(header);
        int[] size = size(header);
        if (!header.transferEncoding().equalsIgnoreCase("BINARY")) {
            throw ImageUnreadable.beyondThisProgram(
                    "its pixels are written as text by " + header.transferEncoding() + "; only BINARY is read");
        }
        String compression = compression(header);
        boolean isByteOffset = compression.equals("byte_offset");
        long bytes =
                header.size().orElseThrow(() -> new ImageUnreadable("the header of its section has no X-Binary-Size"));
        requireRoom(bytes, (long) size[0] * size[1] * (isByteOffset ? 1 : type.bits() / Byte.SIZE), size);
        SectionBytes section = new SectionBytes(buffered, bytes);
        boolean isBigEndian = !isByteOffset && header.isBigEndian().orElse(false);
        try {
            int[] values = isByteOffset
                    ? ByteOffsets.read(section, size[0] * size[1], type)
                    : PlainValues.read(
                            section,
                            size[0] * size[1],
                            type.bits(),
                            isBigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            requireSum(header, section);
            Storage storage = new Storage(Storage.order(type, isBigEndian), Optional.of(compression), List.of());
            return new Image(type, size[0], size[1], values, storage);
        } catch (EOFException e) {
            throw new ImageUnreadable(tooShort(bytes, size) + ": " + e.getMessage(), e);
        }
    }

    /** A header of a few bytes must not ask for the memory of a large image. */
    private static void requireRoom(long bytes, long needed, int... size) {
        if (bytes < needed) {
            throw new ImageUnreadable(tooShort(bytes, size) + ", which take " + needed + " or more");
        }
    }

    private static String tooShort(long bytes, int... size) {
        return "its section of " + bytes + " bytes does not hold " + size[0] + " x " + size[1] + " pixels";
    }

    private static ElementType type(BinaryHeader header) {
        int depth = header.bitDepth();
        return ElementType.of(Math.abs(depth), depth < 0)
                .orElseThrow(() -> ImageUnreadable.beyondThisProgram("X-Binary-Element-Type is "
                        + (header.elementType().isEmpty() ? "not there" : header.elementType())
                        + "; whole numbers of 8, 16 or 32 bits are read"));
    }

    private static int[] size(BinaryHeader header) {
        List<Integer> dimensions = header.dimensions();
        if (dimensions.isEmpty()) {
            throw new ImageUnreadable("the header of its section does not say both X-Binary-Size-Fastest-Dimension and"
                    + " X-Binary-Size-Second-Dimension");
        }
        long rows = dimensions.stream().skip(1).mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (rows > MOST_PIXELS || rows * dimensions.get(0) > MOST_PIXELS) {
            throw new ImageUnreadable("its section has the dimensions " + dimensions + ", more than the " + MOST_PIXELS
                    + " pixels of an image");
        }
        return new int[] {dimensions.get(0), (int) rows};
    }

    private static String compression(BinaryHeader header) {
        String stated = header.compression();
        return switch (stated.toLowerCase(Locale.ROOT)) {
            case "x-cbf_byte_offset" -> "byte_offset";
            case "none", "x-cbf_none" -> "none";
            default ->
                throw ImageUnreadable.beyondThisProgram(
                        "its pixels are compressed as " + stated + "; x-CBF_BYTE_OFFSET and none are read");
        };
    }

    /** What stands in the header of a file that was written before its pixels were is no sum of anything. */
    private static void requireSum(BinaryHeader header, SectionBytes section) throws IOException {
        Optional<String> stated = header.md5().filter(sum -> !sum.isBlank());
        if (stated.isEmpty()) {
            return;
        }
        String found = section.md5();
        if (!found.equals(stated.get())) {
            throw new ImageUnreadable("the bytes of its section have the MD5 " + found + " and the header says "
                    + stated.get() + ": the file was damaged after it was written; copy it anew");
        }
    }
}
