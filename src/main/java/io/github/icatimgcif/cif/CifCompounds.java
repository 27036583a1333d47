package io.github.icatimgcif.cif;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists and tables of CIF 2.0. Without recursion, and no deeper than anybody means it. */
final class CifCompounds {

    /** Dictionaries use three levels. */
    private static final int DEEPEST = 64;

    /** Values of one list or table with all that lie in it; dictionaries have some hundreds. */
    private static final int MOST_VALUES = 100_000;

    private final CifBytes bytes;
    private final CifWord word;
    private final CifTexts texts;
    private final CifProblems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private int values;

    CifCompounds(CifBytes bytes, CifWord word, CifTexts texts, CifProblems problems) {
        this.bytes = bytes;
        this.word = word;
        this.texts = texts;
        this.problems = problems;
    }

    /** A list or table that is not closed yet. */
    private static final class Open {
        private final boolean table;
        private final List<CifCompound> items = new ArrayList<>();
        private final Map<String, CifCompound> entries = new LinkedHashMap<>();
        private Optional<String> key = Optional.empty();

        Open(boolean table) {
            this.table = table;
        }

        CifCompound closed() {
            return table ? new CifCompound.Table(entries) : new CifCompound.Items(items);
        }
    }

    /** The list or table that begins with the next byte. */
    CifCompound read() throws IOException {
        open.clear();
        values = 0;
        open(bytes.read());
        while (true) {
            skipBlanks();
            int next = bytes.peek();
            if (next == CifBytes.END) {
                problems.ofToken("a list or table does not end; ] or } is missing");
                return allClosed();
            }
            if (next == '[' || next == '{') {
                open(bytes.read());
            } else if (next == ']' || next == '}') {
                Optional<CifCompound> whole = close(next);
                texts.endsHere(!open.isEmpty());
                if (whole.isPresent()) {
                    return whole.get();
                }
            } else {
                value(next);
            }
        }
    }

    private void open(int bracket) {
        if (open.size() == DEEPEST) {
            throw new CifUnreadable(
                    bytes.line(), "lists and tables lie in one another deeper than " + DEEPEST + " levels");
        }
        open.push(new Open(bracket == '{'));
    }

    /** Closes the innermost one; it is returned if it was the outermost. */
    private Optional<CifCompound> close(int bracket) throws IOException {
        Open closing = open.element();
        if (closing.table != (bracket == '}')) {
            problems.here(bytes, closing.table ? "a table ends with }, not with ]" : "a list ends with ], not with }");
        }
        if (closing.key.isPresent()) {
            problems.here(bytes, "the key " + closing.key.get() + " of a table has no value");
        }
        bytes.read();
        open.pop();
        if (open.isEmpty()) {
            return Optional.of(closing.closed());
        }
        add(closing.closed());
        return Optional.empty();
    }

    private CifCompound allClosed() {
        while (open.size() > 1) {
            CifCompound inner = open.pop().closed();
            add(inner);
        }
        return open.pop().closed();
    }

    private void value(int next) throws IOException {
        word.clear();
        if (next == '\'' || next == '"') {
            texts.quoted(true);
            Open innermost = open.element();
            if (innermost.table && innermost.key.isEmpty() && bytes.peek() == ':') {
                bytes.read();
                innermost.key = Optional.of(word.text(0));
            } else {
                add(new CifCompound.Single(CifValue.text(word.text(0))));
            }
        } else if (next == ';' && bytes.atLineStart()) {
            if (texts.field(true)) {
                throw new CifUnreadable(bytes.line(), "a binary section within a list or table");
            }
            add(new CifCompound.Single(CifValue.text(texts.fieldContent())));
        } else {
            while (next != CifBytes.END && !CifTexts.isBlank(next) && "[]{}".indexOf(next) < 0) {
                word.add(bytes.read(), problems.line());
                next = bytes.peek();
            }
            texts.endsHere(true);
            String text = word.text(0);
            add(new CifCompound.Single(
                    text.equals("?")
                            ? CifValue.UNKNOWN
                            : text.equals(".") ? CifValue.INAPPLICABLE : BareValue.of(text)));
        }
    }

    private void add(CifCompound value) {
        if (++values > MOST_VALUES) {
            throw new CifUnreadable(bytes.line(), "a list or table of more than " + MOST_VALUES + " values");
        }
        Open innermost = open.element();
        if (!innermost.table) {
            innermost.items.add(value);
        } else if (innermost.key.isEmpty()) {
            problems.here(bytes, "a value of a table follows a key in quotes and a colon, 'key':value");
        } else {
            if (innermost.entries.put(innermost.key.get(), value) != null) {
                problems.here(bytes, "the key " + innermost.key.get() + " stands twice in a table");
            }
            innermost.key = Optional.empty();
        }
    }

    private void skipBlanks() throws IOException {
        while (CifTexts.isBlank(bytes.peek()) || bytes.peek() == '#') {
            if (bytes.read() == '#') {
                while (bytes.peek() != '\n' && bytes.peek() != CifBytes.END) {
                    bytes.read();
                }
            }
        }
    }
}
