package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.minicbf.MiniHeader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a CBF in front of its pixels.
 *
 * @param text   up to the first binary section; cut where no more was read
 * @param binary header of that section; empty if the text was cut before its end
 */
record CbfHead(String text, Optional<BinaryHeader> binary) {

    static final String MAGIC = "###CBF";

    static final String SECTION = "--CIF-BINARY-FORMAT-SECTION--";

    private static final Pattern END_OF_BINARY_HEADER = Pattern.compile("\\r?\\n\\r?\\n|\\r\\r|\\x0c\\x1a\\x04\\xd5");

    private static final Pattern TEXT_FIELD = Pattern.compile("(?ms)^;.*?(?:\\r\\n|\\r|\\n);|^;.*\\z");

    private static final Pattern CONVENTION =
            Pattern.compile("(?im)^\\s*_array_data\\.header_convention\\s+[\"']?([^\"'\\r\\n]*?)[\"']?\\s*$");

    /** What kind of CBF a file is. */
    enum Kind {
        /** Comments give numbers. */
        MINI,
        /** The CIF gives the axes; comments do not count. */
        FULL,
        /** Neither: no image of a detector. */
        NEITHER
    }

    /**
     * The head of a file.
     *
     * @param start its first bytes, a character for each
     */
    static CbfHead of(String start) {
        int section = start.indexOf(SECTION);
        if (section < 0) {
            return new CbfHead(start, Optional.empty());
        }
        String rest = start.substring(section + SECTION.length());
        Matcher end = END_OF_BINARY_HEADER.matcher(rest);
        return new CbfHead(
                start.substring(0, section),
                end.find() ? Optional.of(BinaryHeader.parse(rest.substring(0, end.start()))) : Optional.empty());
    }

    /** Decided by what is there: the CIF axes where the experiment and its source are described, else the comments. */
    Kind kind() {
        if (has("_diffrn.id") && has("_diffrn_source.")) {
            return Kind.FULL;
        }
        if (MiniHeader.parse(text).isUseful()) {
            return Kind.MINI;
        }
        return has("_axis.id") && has("_array_structure_list_axis.") ? Kind.FULL : Kind.NEITHER;
    }

    /** What the file says it follows: {@code PILATUS_1.2}, {@code XDS special}; empty text if nothing. */
    String convention() {
        Matcher convention = CONVENTION.matcher(text);
        return convention.find() ? convention.group(1) : "";
    }

    /** What is and is not there, for a person. */
    String description() {
        List<String> names = List.of("_diffrn.id", "_diffrn_source.", "_axis.id", "_array_structure_list_axis.");
        List<String> found = names.stream().filter(this::has).toList();
        return (convention().isEmpty() ? "no header convention" : "header convention '" + convention() + "'")
                + ", no lines '# Detector', '# Pixel_size' or '# Wavelength', of the CIF "
                + (found.isEmpty() ? "nothing" : found);
    }

    /** Whether an item whose name begins like this stands outside the text fields. */
    private boolean has(String start) {
        String items = TEXT_FIELD.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Pattern.compile("(?m)^\\s*" + Pattern.quote(start) + (start.endsWith(".") ? "" : "(?=\\s|\\z)"))
                .matcher(items)
                .find();
    }
}
