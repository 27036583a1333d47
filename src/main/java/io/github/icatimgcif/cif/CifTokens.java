package io.github.icatimgcif.cif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a file into words, texts and keywords, by the rules of CIF 1.1 or of CIF 2.0 as its first ten bytes say. What
 * is wrong is told, and the next token is the next that can be made out.
 */
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
        /** A list or a table of CIF 2.0. */
        LIST,
        /** {@code loop_}. */
        LOOP,
        /** {@code data_name}. */
        BLOCK,
        /** {@code save_name}. */
        FRAME,
        /** {@code save_}. */
        FRAME_END,
        /** No token: what stood there was told as a problem. */
        NOTHING,
        /** The end of the file. */
        END
    }

    private final CifBytes bytes;
    private final CifWord word;
    private final CifProblems problems;
    private final CifTexts texts;
    private final CifCompounds compounds;
    private final boolean version2;
    private final long mostValues;
    private long values;
    private long start;
    private Kind kind = Kind.END;
    private CifCompound compound = new CifCompound.Items(List.of());
    private boolean isField;

    /**
     * Begins at the beginning of a file.
     *
     * @param told hears of each problem
     */
    CifTokens(InputStream in, CifLimits limits, Consumer<CifProblem> told) throws IOException {
        bytes = new CifBytes(in);
        version2 = bytes.startsWith(CifWriter.HEADER.getBytes(StandardCharsets.US_ASCII));
        word = new CifWord(limits.longestValue());
        problems = new CifProblems(told);
        texts = new CifTexts(bytes, word, version2, problems);
        compounds = new CifCompounds(bytes, word, texts, problems);
        mostValues = limits.values();
    }

    Kind kind() {
        return kind;
    }

    /** 1-based number of the line where the token begins. */
    int line() {
        return problems.line();
    }

    /** 1-based number of the character in its line where the token begins. */
    int column() {
        return problems.column();
    }

    /** How many bytes of the file stand before the token. */
    long start() {
        return start;
    }

    /** How many bytes of the file stand before what follows the token, its delimiters belonging to it. */
    long end() {
        return bytes.position();
    }

    boolean isValue() {
        return kind == Kind.BARE || kind == Kind.TEXT || kind == Kind.BINARY || kind == Kind.LIST;
    }

    /** What the token says: of a keyword what follows it, of a text what is between its delimiters. */
    String text() {
        if (isField && kind == Kind.TEXT) {
            return texts.fieldContent();
        }
        return word.text(kind == Kind.BLOCK || kind == Kind.FRAME ? "data_".length() : 0);
    }

    /** The list or table that the token is. */
    CifCompound compound() {
        return compound;
    }

    /** Goes to the next token. */
    Kind next() throws IOException {
        if (kind == Kind.BINARY) {
            new BinaryBytes(bytes, line()).skip(new BinarySection(text()));
        }
        do {
            kind = read();
        } while (kind == Kind.NOTHING);
        if (isValue() && ++values > mostValues) {
            throw new CifUnreadable(line(), "the file has more than the " + mostValues + " values that are read");
        }
        return kind;
    }

    /** The token is not what can stand here. */
    void problem(String what) {
        problems.ofToken(what);
    }

    private Kind read() throws IOException {
        skipBlanks();
        problems.tokenBegins(bytes);
        start = bytes.position();
        isField = false;
        word.clear();
        int first = bytes.peek();
        if (first == CifBytes.END) {
            return Kind.END;
        }
        if (first == ';' && bytes.atLineStart()) {
            isField = true;
            return texts.field(false) ? Kind.BINARY : Kind.TEXT;
        }
        if (first == '\'' || first == '"') {
            texts.quoted(false);
            return Kind.TEXT;
        }
        if (version2 && (first == '[' || first == '{')) {
            compound = compounds.read();
            return Kind.LIST;
        }
        bareWord();
        return word.length() == 0 ? Kind.NOTHING : first == '_' ? name() : keywordOrValue(first);
    }

    private void skipBlanks() throws IOException {
        while (true) {
            int next = bytes.peek();
            if (next == '#') {
                while (next != '\n' && next != CifBytes.END) {
                    bytes.read();
                    next = bytes.peek();
                }
            } else if (!CifTexts.isBlank(next)) {
                return;
            } else {
                bytes.read();
            }
        }
    }

    private void bareWord() throws IOException {
        boolean isName = bytes.peek() == '_';
        boolean told = false;
        for (int next = bytes.peek(); next != CifBytes.END && !CifTexts.isBlank(next); next = bytes.peek()) {
            if (!told && (next < ' ' || next == 0x7F)) {
                told = true;
                problems.ofToken("the byte 0x" + Integer.toHexString(next) + " is not text; is this a CIF?");
            }
            word.add(next, line()); // such bytes too: what goes on and on must reach the limit of a word
            bytes.read();
        }
        if (version2 && !isName && !word.startsWith("data_") && !word.startsWith("save_")) {
            for (int i = 0; i < word.length(); i++) {
                if ("[]{}".indexOf(word.at(i)) >= 0) {
                    problems.ofToken("brackets in " + texts.shown() + " stand for lists in CIF 2.0; quote the value");
                    return;
                }
            }
        }
    }

    private Kind name() {
        if (word.length() == 1) {
            problems.ofToken("a name of an item has the form _category.object");
            return Kind.NOTHING;
        }
        return Kind.NAME;
    }

    private Kind keywordOrValue(int first) {
        if (first == '$' || !version2 && (first == '[' || first == ']')) {
            problems.ofToken("a value must not begin with " + (char) first + "; quote it: " + texts.shown());
            return Kind.BARE;
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
            problems.ofToken(texts.shown() + " is reserved and not used in CIF; quote it if it is a value");
            return Kind.NOTHING;
        }
        return Kind.BARE;
    }
}
