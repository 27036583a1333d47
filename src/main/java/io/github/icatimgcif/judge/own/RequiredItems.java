package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items without which nobody can use the images: those that checkImgCIF wants, and where the pixels are. Each must be there
 * and nowhere unknown.
 */
final class RequiredItems implements BlockTest {

    private static final String NAME = "Required items";
    private static final String PLACE = "_array_data_external_data.uri";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<String> required = new ArrayList<>(CheckImgCif.requiredItems());
        if (!Table.of(block, "array_data").has("data")) {
            required.add(PLACE);
        }
        List<Remark> remarks = new ArrayList<>();
        required.forEach(item -> judge(item, block).ifPresent(remarks::add));
        linkThatLeadsNowhere(block).ifPresent(remarks::add);
        return remarks;
    }

    /** A dot is allowed for what does not make sense in a row; a link always does. */
    private static Optional<Remark> linkThatLeadsNowhere(DataBlock block) {
        int row = 0;
        for (CifValue uri : Table.of(block, "array_data_external_data").column("uri")) {
            row++;
            if (uri == CifValue.INAPPLICABLE) {
                return Optional.of(
                        Remark.error(NAME, PLACE, "a dot leads to no file", "each row must have the URI of the file")
                                .inRow(row));
            }
        }
        return Optional.empty();
    }

    private static Optional<Remark> judge(String item, DataBlock block) {
        ItemName name = ItemName.parse(item);
        Table table = Table.of(block, name.category());
        if (!table.has(name.object()) || table.count() == 0) {
            return Optional.of(Remark.error(
                    NAME, item, "required item " + item + " is missing", "without it nobody can use the images"));
        }
        int row = 0;
        for (CifValue value : table.column(name.object())) {
            row++;
            if (value == CifValue.UNKNOWN) {
                return Optional.of(Remark.error(
                                NAME,
                                item,
                                "at least one value for required item " + item + " is missing",
                                "? is not allowed here, a dot is where no value makes sense")
                        .inRow(row));
            }
        }
        return Optional.empty();
    }
}
