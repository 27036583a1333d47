package io.github.icatimgcif.cif;

import java.util.Iterator;
import java.util.List;

/** Tells blocks in memory as {@link CifScanner} would tell the file that {@link CifWriter} makes of them, but for the lines. */
public final class BlockTelling {

    /** The line and the column of all that is told: there is no file. */
    public static final int NOWHERE = 0;

    private BlockTelling() {}

    /** Tells these blocks as the whole of a file. */
    public static void tell(List<DataBlock> blocks, CifEvents events) {
        for (DataBlock block : blocks) {
            events.block(block.name(), NOWHERE, NOWHERE);
            for (Category category : block.categories()) {
                if (category.form() == Category.Form.PAIRS) {
                    pairs(category, events);
                } else if (category.rows().count() > 0) {
                    loop(category, events);
                }
            }
        }
        events.endOfFile();
    }

    private static void pairs(Category category, CifEvents events) {
        Iterator<CifValue> values = category.rows().iterator().next().iterator();
        for (String object : category.objects()) {
            CifValue value = values.next();
            if (events.pair(name(category, object))) {
                value(value, events);
            }
        }
    }

    private static void loop(Category category, CifEvents events) {
        List<CifName> names = category.objects().stream()
                .map(object -> name(category, object))
                .toList();
        if (events.loop(names, NOWHERE)) {
            for (List<CifValue> row : category.rows()) {
                row.forEach(value -> value(value, events));
            }
            events.endOfLoop();
        }
    }

    private static CifName name(Category category, String object) {
        return new CifName("_" + category.name() + "." + object, NOWHERE, NOWHERE);
    }

    /** The writer quotes every text that could be taken for anything else, so that a text is as good as quoted. */
    private static void value(CifValue value, CifEvents events) {
        if (value instanceof CifValue.Text text) {
            events.value(CifSpelling.QUOTED, CifText.ascii(text.text()), NOWHERE, NOWHERE);
        } else if (value instanceof CifValue.Exact exact) {
            events.value(CifSpelling.QUOTED, exact.text(), NOWHERE, NOWHERE);
        } else {
            events.value(CifSpelling.BARE, CifText.of(value), NOWHERE, NOWHERE);
        }
    }
}
