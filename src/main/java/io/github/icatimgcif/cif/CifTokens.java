package io.github.icatimgcif.cif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a file into words, texts and keywords, by the rules of CIF 1.1 or of CIF 2.0 as its first ten bytes say. */
final class CifTokens {

    /** What a token is. */
    enum Kind {
        /** {@code _category.object}. */
        NAME,
        /** A value without quotes. */
        BARE,
        /** A value in quotes or between semicolons. */
        TEXT,
        /** A binary section; its text is the header. Its bytes are passed over when the next token is asked for. */
        BINARY,
        /** A list or a table of CIF 2.0, passed over as a whole. */
        LIST,
        /** {@code loop_}. */
        LOOP,
        /** {@code data_name}. */
        BLOCK,
        /** {@code save_name}. */
        FRAME,
        /** {@code save_}. */
        FRAME_END,
        /** The end of the file. */
        END
    }

    private final CifBytes bytes;
    private final CifWord word;
    private final boolean version2;
    private final long mostValues;
    private long values;
    private Kind kind = Kind.END;
    private int line = 1;
    private boolean isField;

    CifTokens(InputStream in, CifLimits limits) throws IOException {
        bytes = new CifBytes(in);
        version2 = bytes.startsWith(CifWriter.HEADER.getBytes(StandardCharsets.US_ASCII));
        word = new CifWord(limits.longestValue());
        mostValues = limits.values();
    }

    Kind kind() {
        return kind;
    }

    /** 1-based number of the line where the token begins. */
    int line() {
        return line;
    }

    boolean isValue() {
        return kind == Kind.BARE || kind == Kind.TEXT || kind == Kind.BINARY || kind == Kind.LIST;
    }

    /** What the token says: of a keyword what follows it, of a text what is between its delimiters. */
    String text() {
        String text = word.text(kind == Kind.BLOCK || kind == Kind.FRAME ? "data_".length() : 0);
        return isField && kind == Kind.TEXT ? TextField.content(text, version2) : text;
    }

    /** Goes to the next token. */
    Kind next() throws IOException {
        if (kind == Kind.BINARY) {
            new BinaryBytes(bytes, line).skip(new BinarySection(text()));
        }
        kind = read();
        if (isValue() && ++values > mostValues) {
            throw new CifUnreadable(line, "the file has more than the " + mostValues + " values that are read");
        }
        return kind;
    }

    private Kind read() throws IOException {
        skipBlanks();
        line = bytes.line();
        isField = false;
        word.clear();
        int first = bytes.peek();
        if (first == CifBytes.END) {
            return Kind.END;
        }
        if (first == ';' && bytes.atLineStart()) {
            return field(false);
        }
        if (first == '\'' || first == '"') {
            quoted(false);
            return Kind.TEXT;
        }
        if (version2 && (first == '[' || first == '{')) {
            skipList();
            return Kind.LIST;
        }
        bareWord();
        return first == '_' ? name() : keywordOrValue(first);
    }

    private void skipBlanks() throws IOException {
        while (true) {
            int next = bytes.peek();
            if (next == '#') {
                while (next != '\n' && next != CifBytes.END) {
                    bytes.read();
                    next = bytes.peek();
                }
            } else if (!isBlank(next)) {
                return;
            } else {
                bytes.read();
            }
        }
    }

    private void bareWord() throws IOException {
        boolean isName = bytes.peek() == '_';
        for (int next = bytes.peek(); next != CifBytes.END && !isBlank(next); next = bytes.peek()) {
            if (next < ' ' || next == 0x7F) {
                throw refused("the byte 0x" + Integer.toHexString(next) + " is not text; is this a CIF?");
            }
            word.add(next, line);
            bytes.read();
        }
        if (version2 && !isName && !word.startsWith("data_") && !word.startsWith("save_")) {
            for (int i = 0; i < word.length(); i++) {
                if ("[]{}".indexOf(word.at(i)) >= 0) {
                    throw refused("brackets in " + shown() + " stand for lists in CIF 2.0; quote the value");
                }
            }
        }
    }

    private Kind name() {
        if (word.length() == 1) {
            throw refused("a name of an item has the form _category.object");
        }
        return Kind.NAME;
    }

    private Kind keywordOrValue(int first) {
        if (first == '$' || first == '[' || first == ']') {
            throw refused("a value must not begin with " + (char) first + "; quote it: " + shown());
        }
        if (word.startsWith("data_")) {
            return Kind.BLOCK;
        }
        if (word.startsWith("save_")) {
            return word.length() == "save_".length() ? Kind.FRAME_END : Kind.FRAME;
        }
        if (word.is("loop_")) {
            return Kind.LOOP;
        }
        if (word.is("global_") || word.is("stop_")) {
            throw refused(shown() + " is reserved and not used in CIF; quote it if it is a value");
        }
        return Kind.BARE;
    }

    /** CIF 1.1: a quote closes before a blank only. CIF 2.0: the first one closes; three of them may hold several lines. */
    private void quoted(boolean inList) throws IOException {
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
            int next = bytes.read();
            if (next == CifBytes.END || next == '\n') {
                throw refused("a text in quotes does not end on its line: " + (char) quote + shown());
            }
            if (next == quote && (version2 || isEnd(bytes.peek()))) {
                endsHere(inList);
                return;
            }
            word.add(next, line);
        }
    }

    private void tripleQuoted(int quote) throws IOException {
        int quotes = 0;
        while (quotes < 3) {
            int next = bytes.read();
            if (next == CifBytes.END) {
                throw refused("a text in triple quotes does not end");
            }
            quotes = next == quote ? quotes + 1 : 0;
            word.add(next, line);
        }
        word.shorten(word.length() - 3);
    }

    private Kind field(boolean inList) throws IOException {
        isField = true;
        bytes.read();
        int lineFrom = 0;
        while (true) {
            int next = bytes.read();
            if (next == CifBytes.END) {
                throw refused("a text field does not end; a line that begins with ; would end it");
            }
            if (next == '\n' && bytes.peek() == ';') {
                bytes.read();
                endsHere(inList);
                return Kind.TEXT;
            }
            if (next == '\n' && BinaryBytes.opensSection(word, lineFrom)) {
                word.clear();
                new BinaryBytes(bytes, line).readHeader(word);
                return Kind.BINARY;
            }
            word.add(next, line);
            if (next == '\n') {
                lineFrom = word.length();
            }
        }
    }

    // Without recursion: lists may lie in one another as deep as they like.
    private void skipList() throws IOException {
        long depth = 0;
        do {
            skipBlanks();
            word.clear();
            int next = bytes.peek();
            if (next == CifBytes.END) {
                throw refused("a list or table does not end; ] or } is missing");
            } else if (next == ';' && bytes.atLineStart()) {
                field(true);
            } else if (next == '\'' || next == '"') {
                quoted(true);
            } else {
                bytes.read();
                depth += next == '[' || next == '{' ? 1 : next == ']' || next == '}' ? -1 : 0;
            }
        } while (depth > 0);
        word.clear();
        endsHere(false);
    }

    private void endsHere(boolean inList) throws IOException {
        int next = bytes.peek();
        if (!isEnd(next) && !(inList && ":]}".indexOf(next) >= 0)) {
            throw new CifUnreadable(
                    bytes.line(),
                    "a value must be followed by a blank, not by " + (char) next
                            + (version2 ? "; a text that holds its own quote needs the other one or three" : ""));
        }
    }

    private String shown() {
        String text = word.text(0);
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private CifUnreadable refused(String why) {
        return new CifUnreadable(line, why);
    }

    private static boolean isBlank(int next) {
        return next == ' ' || next == '\n' || next == '\t';
    }

    private static boolean isEnd(int next) {
        return next == CifBytes.END || isBlank(next);
    }
}
