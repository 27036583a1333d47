package io.github.icatimgcif.cif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts what is read of a file in its categories and blocks; the first thing that is wrong ends the reading. */
final class BlockCollector implements CifEvents {

    /** What a name, a category or a block takes beside its letters, roughly. */
    private static final int ALLOWANCE = 256;

    private final CifSelection selection;
    private final long mostBytes;
    private final boolean wholeNames;
    private long kept;
    private final List<DataBlock> blocks = new ArrayList<>();
    private final Set<String> blockNames = new HashSet<>();
    private final Map<String, Collected> categories = new LinkedHashMap<>();
    private final Set<String> passedOver = new HashSet<>();
    private String blockName = "";
    private Collected reading = new Collected("", Category.Form.PAIRS, 0);

    /**
     * A collector.
     *
     * @param wholeNames whether a name that stands twice is wrong also where its category is not kept
     */
    BlockCollector(CifSelection selection, long mostBytes, boolean wholeNames) {
        this.selection = selection;
        this.mostBytes = mostBytes;
        this.wholeNames = wholeNames;
    }

    /** A category as far as it is read. */
    private static final class Collected {
        private final String name;
        private final Category.Form form;
        private final int line;
        private final List<String> objects = new ArrayList<>();
        private final Set<String> lowerCase = new HashSet<>();
        private final PackedRows.Packing values = new PackedRows.Packing();

        Collected(String name, Category.Form form, int line) {
            this.name = name;
            this.form = form;
            this.line = line;
        }

        Category category() {
            return new Category(name, objects, values.rows(objects.size()), form);
        }
    }

    @Override
    public void block(String name, int line, int column) {
        end();
        if (!DataBlock.isName(name)) {
            throw new CifUnreadable(line, "data_ must be followed by a name of 1 to 72 printable ASCII characters");
        }
        if (!blockNames.add(name.toLowerCase(Locale.ROOT))) {
            throw new CifUnreadable(line, "a second block has the name " + name);
        }
        keep(name.length() + ALLOWANCE, line);
        blockName = name;
    }

    /** The blocks that are complete. */
    List<DataBlock> blocks() {
        end();
        return List.copyOf(blocks);
    }

    @Override
    public boolean pair(CifName name) {
        if (!isWanted(name)) {
            passOver(name);
            return false;
        }
        ItemName item = ItemName.parse(name.spelled());
        reading = categories.computeIfAbsent(
                name.category(), k -> new Collected(item.category(), Category.Form.PAIRS, name.line()));
        if (reading.form != Category.Form.PAIRS) {
            throw new CifUnreadable(
                    name.line(),
                    item + " stands alone, but its category is a loop at line " + reading.line
                            + "; it belongs into that loop");
        }
        object(reading, item, name.line());
        return true;
    }

    @Override
    public boolean loop(List<CifName> names, int line) {
        if (names.stream().noneMatch(this::isWanted)) {
            names.forEach(this::passOver);
            return false;
        }
        names.stream().filter(name -> !name.hasCategory()).findFirst().ifPresent(name -> {
            throw new CifUnreadable(
                    name.line(),
                    "the loop has an item " + name.spelled() + ", which is not of the form _category.object");
        });
        if (names.stream().map(CifName::category).distinct().count() > 1) {
            throw new CifUnreadable(line, "the loop has items of several categories; a loop is one category");
        }
        ItemName first = ItemName.parse(names.get(0).spelled());
        reading = new Collected(first.category(), Category.Form.LOOP, line);
        Collected before = categories.putIfAbsent(names.get(0).category(), reading);
        if (before != null) {
            throw new CifUnreadable(
                    line,
                    "the category " + first.category() + " stands in the file already, at line " + before.line
                            + "; a category is one loop");
        }
        names.forEach(name -> object(reading, ItemName.parse(name.spelled()), line));
        return true;
    }

    @Override
    public void value(CifSpelling spelling, String text, int line, int column) {
        PackedRows.Kind kind =
                switch (spelling) {
                    case QUOTED -> PackedRows.Kind.TEXT;
                    case BINARY -> PackedRows.Kind.BINARY;
                    case BARE ->
                        text.equals("?")
                                ? PackedRows.Kind.UNKNOWN
                                : text.equals(".") ? PackedRows.Kind.INAPPLICABLE : PackedRows.Kind.BARE;
                };
        boolean isMark = kind == PackedRows.Kind.UNKNOWN || kind == PackedRows.Kind.INAPPLICABLE;
        keep(reading.values.add(kind, isMark ? "" : text), line);
    }

    @Override
    public void compound(CifCompound value, int line, int column) {
        throw new CifUnreadable(
                line,
                "a list or table in " + reading.name + "; imgCIF has single values, so leave the category out or write"
                        + " them singly");
    }

    @Override
    public void problem(CifProblem problem) {
        throw new CifUnreadable(problem.line(), problem.what());
    }

    private boolean isWanted(CifName name) {
        return name.hasCategory() && selection.categories().test(name.category());
    }

    private void object(Collected category, ItemName name, int line) {
        if (!category.lowerCase.add(name.object().toLowerCase(Locale.ROOT))) {
            throw twice(name.toString(), line);
        }
        category.objects.add(name.object());
        keep(2L * name.object().length() + ALLOWANCE, line);
    }

    private void passOver(CifName name) {
        if (!wholeNames) {
            return;
        }
        if (!passedOver.add(name.spelled().toLowerCase(Locale.ROOT))) {
            throw twice(name.spelled(), name.line());
        }
        keep(2L * name.spelled().length() + ALLOWANCE, name.line());
    }

    private CifUnreadable twice(String name, int line) {
        return new CifUnreadable(line, name + " stands twice in block " + blockName + "; an item has one place");
    }

    private void keep(long bytes, int line) {
        kept += bytes;
        if (kept > mostBytes) {
            throw new CifUnreadable(
                    line, "the file says more than the " + mostBytes + " bytes that are kept; read fewer categories");
        }
    }

    private void end() {
        if (!blockName.isEmpty()) {
            filled();
            blocks.add(new DataBlock(
                    blockName,
                    categories.values().stream().map(Collected::category).toList()));
            categories.clear();
            passedOver.clear();
            blockName = "";
        }
    }

    /** A loop that ended with the part of the file that was to be read: the values of its last row that are not there are unknown. */
    private void filled() {
        while (reading.form == Category.Form.LOOP && reading.values.values() % reading.objects.size() != 0) {
            reading.values.add(PackedRows.Kind.UNKNOWN, "");
        }
        reading = new Collected("", Category.Form.PAIRS, 0);
    }
}
