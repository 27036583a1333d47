package io.github.icatimgcif.cif;

import java.io.IOException;

/** Reads texts in quotes and between semicolons; what is wrong with one is told, and the text is what stands there. */
final class CifTexts {

    private final CifBytes bytes;
    private final CifWord word;
    private final boolean version2;
    private final CifProblems problems;

    CifTexts(CifBytes bytes, CifWord word, boolean version2, CifProblems problems) {
        this.bytes = bytes;
        this.word = word;
        this.version2 = version2;
        this.problems = problems;
    }

    /** CIF 1.1: a quote closes before a blank only. CIF 2.0: the first one closes; three of them may hold several lines. */
    void quoted(boolean inList) throws IOException {
        int quote = bytes.read();
        if (version2 && bytes.peek() == quote) {
            bytes.read();
            if (bytes.peek() != quote) {
                endsHere(inList); // an empty text
                return;
            }
            bytes.read();
            tripleQuoted(quote);
            endsHere(inList);
            return;
        }
        while (true) {
            int next = bytes.peek();
            if (next == CifBytes.END || next == '\n') {
                problems.ofToken("a text in quotes does not end on its line: " + (char) quote + shown());
                return;
            }
            bytes.read();
            if (next == quote && (version2 || isEnd(bytes.peek()))) {
                endsHere(inList);
                return;
            }
            word.add(next, problems.line());
        }
    }

    private void tripleQuoted(int quote) throws IOException {
        int quotes = 0;
        while (quotes < 3) {
            int next = bytes.read();
            if (next == CifBytes.END) {
                problems.ofToken("a text in triple quotes does not end");
                return;
            }
            quotes = next == quote ? quotes + 1 : 0;
            word.add(next, problems.line());
        }
        word.shorten(word.length() - 3);
    }

    /**
     * A field between semicolons.
     *
     * @return whether it is a binary section, of which only the header is read
     */
    boolean field(boolean inList) throws IOException {
        bytes.read();
        int lineFrom = 0;
        while (true) {
            int next = bytes.read();
            if (next == CifBytes.END) {
                problems.ofToken("a text field does not end; a line that begins with ; would end it");
                return false;
            }
            if (next == '\n' && bytes.peek() == ';') {
                bytes.read();
                endsHere(inList);
                return false;
            }
            if (next == '\n' && BinaryBytes.opensSection(word, lineFrom)) {
                word.clear();
                new BinaryBytes(bytes, problems.line()).readHeader(word);
                return true;
            }
            word.add(next, problems.line());
            if (next == '\n') {
                lineFrom = word.length();
            }
        }
    }

    /** What the field says that was read. */
    String fieldContent() {
        return TextField.content(word.text(0), version2);
    }

    /** The beginning of what was read, for a person. */
    String shown() {
        String text = word.text(0);
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /** Tells if what follows is no blank; it is read as the next token then. */
    void endsHere(boolean inList) throws IOException {
        int next = bytes.peek();
        if (!isEnd(next) && !(inList && ":]}".indexOf(next) >= 0)) {
            problems.here(
                    bytes,
                    "a value must be followed by a blank, not by " + (char) next
                            + (version2 ? "; a text that holds its own quote needs the other one or three" : ""));
        }
    }

    static boolean isBlank(int next) {
        return next == ' ' || next == '\n' || next == '\t';
    }

    private static boolean isEnd(int next) {
        return next == CifBytes.END || isBlank(next);
    }
}
