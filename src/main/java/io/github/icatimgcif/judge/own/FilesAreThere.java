package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every file that the frames lead to is there. Only whether it is there is asked, not what it has. */
final class FilesAreThere implements BlockTest {

    private static final String NAME = "Image files";
    private static final String ITEM = "_array_data_external_data.uri";

    /** So many missing files are named; a folder that is wrong altogether lacks all of them. */
    private static final int MOST_NAMED = 20;

    private final StoredFiles files;

    FilesAreThere(StoredFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<Remark> remarks = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        int row = 0;
        int missing = 0;
        for (CifValue uri : Table.of(block, "array_data_external_data").column("uri")) {
            row++;
            String text = uri.asText().orElse("");
            if (text.isEmpty() || !asked.add(text)) {
                continue;
            }
            String why = files.missing(text).orElse("");
            if (!why.isEmpty()) {
                missing++;
                if (missing <= MOST_NAMED) {
                    remarks.add(Remark.error(NAME, ITEM, why, "the file of every URI must be there")
                            .inRow(row));
                }
            }
        }
        if (missing > MOST_NAMED) {
            remarks.add(Remark.error(
                    NAME, ITEM, missing + " of " + asked.size() + " files are missing; the first are named above", ""));
        }
        return remarks;
    }
}
