package io.github.icatimgcif.cif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts what is read of a file in its categories and blocks, and says where they contradict themselves. */
final class BlockCollector {

    /** What a name, a category or a block takes beside its letters, roughly. */
    private static final int ALLOWANCE = 256;

    private final long mostBytes;
    private long kept;
    private final List<DataBlock> blocks = new ArrayList<>();
    private final Set<String> blockNames = new HashSet<>();
    private final Map<String, Collected> categories = new LinkedHashMap<>();
    private String blockName = "";

    BlockCollector(long mostBytes) {
        this.mostBytes = mostBytes;
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

    /** Begins a block; the one before it is complete. */
    void begin(String name, int line) {
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

    boolean isInBlock() {
        return !blockName.isEmpty();
    }

    /** The blocks that are complete. */
    List<DataBlock> blocks() {
        end();
        return List.copyOf(blocks);
    }

    /** An item that stands alone, of which the value follows. */
    void pair(ItemName name, int line) {
        Collected category =
                categories.computeIfAbsent(key(name), k -> new Collected(name.category(), Category.Form.PAIRS, line));
        if (category.form != Category.Form.PAIRS) {
            throw new CifUnreadable(
                    line,
                    name + " stands alone, but its category is a loop at line " + category.line
                            + "; it belongs into that loop");
        }
        object(category, name, line);
    }

    /** The items of a loop, all of one category, of which the values follow row by row. */
    void loop(List<ItemName> names, int line) {
        ItemName first = names.get(0);
        Collected category = new Collected(first.category(), Category.Form.LOOP, line);
        Collected before = categories.putIfAbsent(key(first), category);
        if (before != null) {
            throw new CifUnreadable(
                    line,
                    "the category " + first.category() + " stands in the file already, at line " + before.line
                            + "; a category is one loop");
        }
        names.forEach(name -> object(category, name, line));
    }

    /** The next value of the category. */
    void value(String categoryName, PackedRows.Kind kind, String text, int line) {
        Collected category = categories.get(categoryName.toLowerCase(Locale.ROOT));
        if (category == null) {
            throw new IllegalStateException("a value of a category that was not announced: " + categoryName);
        }
        keep(category.values.add(kind, text), line);
    }

    private void object(Collected category, ItemName name, int line) {
        if (!category.lowerCase.add(name.object().toLowerCase(Locale.ROOT))) {
            throw new CifUnreadable(line, name + " stands twice in block " + blockName + "; an item has one place");
        }
        category.objects.add(name.object());
        keep(2L * name.object().length() + ALLOWANCE, line);
    }

    private void keep(long bytes, int line) {
        kept += bytes;
        if (kept > mostBytes) {
            throw new CifUnreadable(
                    line, "the file says more than the " + mostBytes + " bytes that are kept; read fewer categories");
        }
    }

    private static String key(ItemName name) {
        return name.category().toLowerCase(Locale.ROOT);
    }

    private void end() {
        if (isInBlock()) {
            blocks.add(new DataBlock(
                    blockName,
                    categories.values().stream().map(Collected::category).toList()));
            categories.clear();
            blockName = "";
        }
    }
}
