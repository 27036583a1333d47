package io.github.icatimgcif.cif;

import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifTokens.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads CIF 1.1 and CIF 2.0 into data blocks: names in any case, lines ended by CR, LF or CRLF, UTF-8 with Latin-1 where it is
 * not that, texts of folded or prefixed lines joined again, numbers with the digits they have.
 *
 * <p>Binary sections are read as their header ({@link BinarySection}) and passed over by their size. Save frames, names that
 * have no point and therefore no category, and categories that are not asked for are checked and left out. Lists and tables of
 * CIF 2.0 are refused in a category that is asked for. Holds no more than the values it returns, as bytes.
 */
public final class CifReader {

    private final CifLimits limits;

    /** A reader of files of the usual size. */
    public CifReader() {
        this(CifLimits.USUAL);
    }

    /** A reader of files within limits. */
    public CifReader(CifLimits limits) {
        this.limits = limits;
    }

    /**
     * All blocks of a file.
     *
     * @throws CifUnreadable if it is not CIF or exceeds the limits
     */
    public List<DataBlock> read(InputStream in) throws IOException {
        return read(in, CifSelection.EVERYTHING);
    }

    /**
     * The chosen part of a file.
     *
     * @param in is not closed, and may be read further than the part reaches
     * @return the blocks in the order of the file, also those without a chosen category; at least one
     * @throws CifUnreadable if it is not CIF as far as it is read, or exceeds the limits
     */
    public List<DataBlock> read(InputStream in, CifSelection selection) throws IOException {
        return new Run(new CifTokens(in, limits), selection, new BlockCollector(limits.keptBytes())).blocks();
    }

    /** One file being read. */
    private record Run(CifTokens tokens, CifSelection selection, BlockCollector collector) {

        List<DataBlock> blocks() throws IOException {
            Kind kind = tokens.next();
            boolean goesOn = true;
            while (goesOn && kind != Kind.END) {
                if (kind != Kind.BLOCK && !collector.isInBlock()) {
                    throw refused("a CIF begins with data_ and the name of a block");
                }
                goesOn = switch (kind) {
                    case BLOCK -> block();
                    case NAME -> pair();
                    case LOOP -> loop();
                    case FRAME -> frame();
                    case FRAME_END -> throw refused("save_ ends a frame that has not begun");
                    default -> throw refused("a value without a name: every value follows a name or stands in a loop");
                };
                kind = tokens.kind();
            }
            List<DataBlock> blocks = collector.blocks();
            if (blocks.isEmpty()) {
                throw refused("there is no data block; a CIF begins with data_ and the name of a block");
            }
            return blocks;
        }

        private boolean block() throws IOException {
            if (collector.isInBlock() && selection.until() == Until.SECOND_BLOCK) {
                return false;
            }
            collector.begin(tokens.text(), tokens.line());
            tokens.next();
            return true;
        }

        private boolean pair() throws IOException {
            ItemText item = item();
            int line = tokens.line();
            tokens.next();
            if (!tokens.isValue()) {
                throw new CifUnreadable(line, item.spelled() + " has no value; ? says that it is not known");
            }
            boolean wanted = item.isIn(selection);
            if (wanted) {
                collector.pair(item.name(), line);
                take(item);
            }
            return goesOn();
        }

        private boolean loop() throws IOException {
            int line = tokens.line();
            List<ItemText> items = new ArrayList<>();
            while (tokens.next() == Kind.NAME) {
                if (items.size() == MOST_COLUMNS) {
                    throw new CifUnreadable(line, "a loop of more than " + MOST_COLUMNS + " items");
                }
                items.add(item());
            }
            if (items.isEmpty()) {
                throw new CifUnreadable(line, "loop_ must be followed by the names of items");
            }
            boolean wanted = items.stream().anyMatch(item -> item.isIn(selection));
            if (wanted) {
                if (items.stream().map(ItemText::key).distinct().count() > 1) {
                    throw new CifUnreadable(line, "the loop has items of several categories; a loop is one category");
                }
                collector.loop(items.stream().map(ItemText::name).toList(), line);
            }
            return values(items, wanted, line);
        }

        private boolean values(List<ItemText> items, boolean wanted, int line) throws IOException {
            long values = 0;
            boolean goesOn = true;
            while (goesOn && tokens.isValue()) {
                values++;
                if (wanted) {
                    take(items.get(0));
                }
                goesOn = goesOn();
            }
            int left = (int) (values % items.size());
            if (!goesOn) {
                for (int i = left; wanted && i > 0 && i < items.size(); i++) {
                    collector.value(items.get(0).key(), PackedRows.Kind.UNKNOWN, "", line);
                }
            } else if (left != 0 || values == 0) {
                throw new CifUnreadable(
                        line,
                        "the loop of " + items.get(0).spelled() + " has " + values + " values for " + items.size()
                                + " items; it needs as many for each row, and a row");
            }
            return goesOn;
        }

        /** Frames belong to dictionaries; data have none. */
        private boolean frame() throws IOException {
            int line = tokens.line();
            while (tokens.next() != Kind.FRAME_END) {
                if (tokens.kind() == Kind.END || tokens.kind() == Kind.BLOCK || tokens.kind() == Kind.FRAME) {
                    throw new CifUnreadable(line, "the frame is not ended by save_");
                }
            }
            tokens.next();
            return true;
        }

        private void take(ItemText item) {
            String text = tokens.text();
            PackedRows.Kind kind =
                    switch (tokens.kind()) {
                        case TEXT -> PackedRows.Kind.TEXT;
                        case BINARY -> PackedRows.Kind.BINARY;
                        case LIST ->
                            throw refused("a list or table in " + item.key()
                                    + "; imgCIF has single values, so leave the category out or write them singly");
                        default ->
                            text.equals("?")
                                    ? PackedRows.Kind.UNKNOWN
                                    : text.equals(".") ? PackedRows.Kind.INAPPLICABLE : PackedRows.Kind.BARE;
                    };
            boolean isMark = kind == PackedRows.Kind.UNKNOWN || kind == PackedRows.Kind.INAPPLICABLE;
            collector.value(item.key(), kind, isMark ? "" : text, tokens.line());
        }

        private boolean goesOn() throws IOException {
            if (tokens.kind() == Kind.BINARY && selection.until() == Until.FIRST_BINARY_SECTION) {
                return false;
            }
            tokens.next();
            return true;
        }

        private ItemText item() {
            return new ItemText(tokens.text());
        }

        private CifUnreadable refused(String why) {
            return new CifUnreadable(tokens.line(), why);
        }
    }

    /** More than any category of any dictionary has. */
    private static final int MOST_COLUMNS = 10_000;

    /** The name of an item as the file spells it. */
    private record ItemText(String spelled) {

        /** The category in lower case; empty if the name has no point. */
        String key() {
            int point = spelled.indexOf('.');
            return point < 0 ? "" : spelled.substring(1, point).toLowerCase(Locale.ROOT);
        }

        boolean isIn(CifSelection selection) {
            return !key().isEmpty()
                    && spelled.indexOf('.') < spelled.length() - 1
                    && selection.categories().test(key());
        }

        ItemName name() {
            return ItemName.parse(spelled);
        }
    }
}
