package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Table;
import java.util.Iterator;

/** The rows of a category one after the other, as long as there are any. */
final class WrittenRows {

    private final String category;
    private final Iterator<Table.Row> rows;

    WrittenRows(DataBlock block, String category) {
        this.category = category;
        this.rows = Table.of(block, category).iterator();
    }

    /**
     * The next row.
     *
     * @throws NotStated if there is none
     */
    Table.Row next() {
        if (!rows.hasNext()) {
            throw new NotStated("the category " + category + " has too few rows");
        }
        return rows.next();
    }

    /**
     * Says that no row is expected any more.
     *
     * @throws NotStated if there is one
     */
    void end() {
        if (rows.hasNext()) {
            throw new NotStated("the category " + category + " has more rows than there are frames");
        }
    }
}
