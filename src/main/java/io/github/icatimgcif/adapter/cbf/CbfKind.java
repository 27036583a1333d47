package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import java.util.regex.Pattern;

/** Which of the two kinds of CBF a file is, by what stands before its first pixels. */
enum CbfKind {
    /** Its header is an imgCIF with axes; if it has the comment lines of a miniCBF too, then beside them. */
    FULL,
    /** Its header is comment lines, or nothing that says where the detector stands. */
    MINI,
    /** No CBF. */
    NONE;

    /** Begins the pixels; the comment lines and the axes stand before it. */
    static final String BINARY_SECTION = "--CIF-BINARY-FORMAT-SECTION--";

    /**
     * So many bytes of a file tell. Headers of one array take 1 to 10 kB, those of a hundred arrays 64 kB, and what tells the
     * kinds apart stands at the beginning.
     */
    static final int BYTES = 16 * 1024;

    private static final String MAGIC = "###CBF";

    // I03 and I19 of Diamond put the comment lines first and the imgCIF after them: both items have to be looked for.
    private static final Pattern EXPERIMENT = item("_diffrn\\.id");
    private static final Pattern SOURCE = item("_diffrn_source(\\.[a-z_]+)?");

    /** What a file is of which these are the first bytes. */
    static CbfKind of(Head head) {
        return head.startsWith(MAGIC) ? ofText(beforePixels(head.text())) : NONE;
    }

    /** What a CBF is that says this before its first pixels. */
    static CbfKind ofText(String beforePixels) {
        return EXPERIMENT.matcher(beforePixels).find()
                        && SOURCE.matcher(beforePixels).find()
                ? FULL
                : MINI;
    }

    /** The part of a text before the first pixels; all of it if there are none. */
    static String beforePixels(String text) {
        int pixels = text.indexOf(BINARY_SECTION);
        return pixels < 0 ? text : text.substring(0, pixels);
    }

    /** The name of an item at the beginning of a line, or between blanks; names of CIF know no case. */
    private static Pattern item(String name) {
        return Pattern.compile("(?<=\\s)" + name + "(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    }
}
