package io.github.icatimgcif.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The directory at the end of a zip archive, read in order and kept by nobody here: commons-compress and the JDK keep it all,
 * the first at 700 bytes a member, and neither tells links and encrypted members apart without a look at each.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12 to 4.3.16 and 4.5.3</a>
 */
final class ZipDirectory {

    private static final int END = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END64 = 56;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int ENTRY = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int UNIX = 3;
    private static final int UTF8 = 1 << 11;

    private final FileContent content;
    private final String archive;

    ZipDirectory(FileContent content, String archive) {
        this.content = content;
        this.archive = archive;
    }

    /** Where the directory lies: {@code shift} bytes stand before the archive, as in one that unpacks itself. */
    private record Place(long position, long size, long entries, long shift) {}

    /** Hands over each member in the order of the directory, folders and links too. */
    void read(Consumer<ZipMember> taker) {
        Place place = place();
        try (InputStream stream = content.from(place.position(), place.size(), 64 * 1024)) {
            for (long i = 0; i < place.entries(); i++) {
                taker.accept(entry(stream, place.shift()));
            }
        } catch (IOException e) {
            throw damaged("its directory ends too early");
        }
    }

    private Place place() {
        long size = content.size();
        long from = Math.max(0, size - END - LONGEST_COMMENT);
        LittleEndian tail = new LittleEndian(content.read(from, END + LONGEST_COMMENT));
        for (int at = tail.length() - END; at >= 0; at--) {
            if (tail.int32(at) == END_SIGNATURE && at + END + tail.uint16(at + 20) <= tail.length()) {
                return place(tail, at, from + at);
            }
        }
        throw damaged("it has no directory at its end, so the end is missing");
    }

    private Place place(LittleEndian tail, int at, long position) {
        if (tail.uint16(at + 4) != 0 && tail.uint16(at + 4) != 0xffff) {
            throw new FilesUnusable(archive, "is one part of an archive in several parts: pack it anew in one");
        }
        long entries = tail.uint16(at + 10);
        long size = tail.uint32(at + 12);
        long start = tail.uint32(at + 16);
        long end = position;
        if (at >= LOCATOR && tail.int32(at - LOCATOR) == LOCATOR_SIGNATURE) {
            end = tail.int64(at - LOCATOR + 8);
            LittleEndian end64 = new LittleEndian(content.read(Math.max(0, end), END64));
            if (end < 0 || end64.length() < END64 || end64.int32(0) != END64_SIGNATURE) {
                throw damaged("the end of its directory is not where it says");
            }
            entries = end64.int64(32);
            size = end64.int64(40);
            start = end64.int64(48);
        }
        long shift = end - size - start;
        if (entries < 0 || size < entries * ENTRY || start < 0 || shift < 0) {
            throw damaged("the end of its directory contradicts itself");
        }
        return new Place(end - size, size, entries, shift);
    }

    private ZipMember entry(InputStream stream, long shift) throws IOException {
        LittleEndian fixed = new LittleEndian(exactly(stream, ENTRY));
        if (fixed.int32(0) != ENTRY_SIGNATURE) {
            throw damaged("its directory is damaged");
        }
        int flags = fixed.uint16(8);
        byte[] name = exactly(stream, fixed.uint16(28));
        LittleEndian extra = new LittleEndian(exactly(stream, fixed.uint16(30)));
        exactly(stream, fixed.uint16(32));
        long[] numbers = {fixed.uint32(24), fixed.uint32(20), fixed.uint32(42)}; // size, stored size, position
        replaceByLong(numbers, extra);
        if (numbers[0] < 0 || numbers[1] < 0 || numbers[2] < 0 || numbers[2] > content.size()) {
            throw damaged("its directory is damaged");
        }
        int mode = fixed.uint16(4) >> 8 == UNIX ? fixed.uint16(40) : 0;
        return new ZipMember(
                new RawFile(text(name, (flags & UTF8) != 0), OptionalLong.of(numbers[0])),
                shift + numbers[2],
                numbers[1],
                (short) fixed.uint16(10),
                (short) flags,
                (short) mode);
    }

    /** Numbers that do not fit 32 bits stand in the extra field 1, in this order, those that fit left out. */
    private static void replaceByLong(long[] numbers, LittleEndian extra) {
        int at = 0;
        while (at + 4 <= extra.length()) {
            int end = Math.min(extra.length(), at + 4 + extra.uint16(at + 2));
            int next = at + 4;
            for (int i = 0; extra.uint16(at) == 1 && i < numbers.length; i++) {
                if (numbers[i] == IN_EXTRA && next + 8 <= end) {
                    numbers[i] = extra.int64(next);
                    next += 8;
                }
            }
            at = end;
        }
    }

    /** Names are UTF-8 or code page 437; many programs write UTF-8 and do not say so. */
    private static String text(byte[] name, boolean utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            return utf8 || !Charset.isSupported("IBM437")
                    ? new String(name, StandardCharsets.UTF_8)
                    : new String(name, Charset.forName("IBM437"));
        }
    }

    private static byte[] exactly(InputStream stream, int length) throws IOException {
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("too short");
        }
        return bytes;
    }

    private FilesUnusable damaged(String why) {
        return new FilesUnusable(archive, "is a damaged ZIP archive: " + why + "; copy or pack it anew");
    }
}
