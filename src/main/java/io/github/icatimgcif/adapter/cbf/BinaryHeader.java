package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.minicbf.HeaderNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The MIME header in front of the pixels: {@code X-Binary-Size-Fastest-Dimension} and its companions. */
final class BinaryHeader {

    private static final List<String> DIMENSIONS = List.of("fastest", "second", "third");

    private final Map<String, String> fields;

    private BinaryHeader(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads {@code name: value} lines; a line that begins with a blank goes on with the one before it. */
    static BinaryHeader parse(String text) {
        Map<String, String> fields = new HashMap<>();
        String last = "";
        for (String line : text.split("\\r\\n|\\r|\\n")) {
            int colon = line.indexOf(':');
            if ((line.startsWith(" ") || line.startsWith("\t")) && !last.isEmpty()) {
                fields.merge(last, line.strip(), (before, more) -> before + " " + more);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }
        return new BinaryHeader(fields);
    }

    /** The sizes of the stored array, fastest first; empty if the header does not give the first two. */
    List<Integer> dimensions() {
        List<Integer> dimensions = new ArrayList<>();
        for (String which : DIMENSIONS) {
            Optional<Integer> size =
                    field("X-Binary-Size-" + which + "-Dimension").flatMap(HeaderNumber::count);
            if (size.isEmpty()) {
                break;
            }
            dimensions.add(size.get());
        }
        return dimensions.size() < 2 ? List.of() : List.copyOf(dimensions);
    }

    /** Bits of a pixel, negative if it has a sign; 0 if it is no integer, or not said. */
    int bitDepth() {
        return field("X-Binary-Element-Type").map(BinaryHeader::bitDepth).orElse(0);
    }

    /** The same of the words of the dictionary: {@code signed 32-bit integer}. */
    static int bitDepth(String elementType) {
        String type = elementType.replace("\"", "").strip().toLowerCase(Locale.ROOT);
        for (int bits : new int[] {8, 16, 32}) {
            if (type.equals("unsigned " + bits + "-bit integer")) {
                return bits;
            }
            if (type.equals("signed " + bits + "-bit integer")) {
                return -bits;
            }
        }
        return 0;
    }

    /** What the pixels are compressed by: {@code x-CBF_BYTE_OFFSET}, {@code x-CBF_PACKED}, {@code none}. */
    String compression() {
        String type = field("Content-Type").orElse("");
        int start = type.toLowerCase(Locale.ROOT).indexOf("conversions=");
        if (start < 0) {
            return "none";
        }
        return type.substring(start + "conversions=".length())
                .replace("\"", "")
                .split(";")[0]
                .strip();
    }

    /** Bytes of the section; empty if the header does not say it, or says what is no number. */
    Optional<Long> size() {
        return field("X-Binary-Size").filter(size -> size.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** Whether the highest byte of each value comes first; empty if it is not said. */
    Optional<Boolean> isBigEndian() {
        return field("X-Binary-Element-Byte-Order")
                .map(order -> order.toUpperCase(Locale.ROOT).contains("BIG"));
    }

    /** What the values are, as it stands there; empty text if it does not. */
    String elementType() {
        return field("X-Binary-Element-Type").orElse("").replace("\"", "");
    }

    /** How bytes are written as text: {@code BINARY} if they are not. */
    String transferEncoding() {
        return field("Content-Transfer-Encoding").orElse("BINARY");
    }

    /** MD5 of the section's bytes in base 64. */
    Optional<String> md5() {
        return field("Content-MD5");
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }
}
