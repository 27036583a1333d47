package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.finding.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The experiment in the words of the dictionary, complete but for the day it is written on.
 *
 * @param name       name of the block
 * @param categories all categories but {@code audit}
 * @param measured   the geometry that the categories must say, to be held against them
 * @param madeBy     version of this service
 * @param frames     number of images described
 * @param findings   what was noticed while mapping
 */
public record MappedBlock(
        String name,
        List<Category> categories,
        MeasuredGeometry measured,
        String madeBy,
        int frames,
        List<Finding> findings) {

    /** Stands in {@code _audit.creation_method} of every file of ours, and nothing else writes it. */
    public static final String MARK = "icat-imgcif";

    private static final String METHOD_TEXT = ": from the raw data, the catalogue and beamline knowledge";

    private static final ItemName METHOD = ItemName.parse("_audit.creation_method");
    private static final ItemName DATE = ItemName.parse("_audit.creation_date");

    public MappedBlock {
        categories = List.copyOf(categories);
        findings = List.copyOf(findings);
    }

    /** The block as written on a day. The audit comes first, so that the head of a file tells whose it is. */
    public DataBlock on(LocalDate creationDate) {
        List<Category> all = new ArrayList<>();
        all.add(new Category(
                "audit",
                List.of(DATE.object(), METHOD.object()),
                Rows.of(List.of(List.of(
                        CifValue.text(creationDate.toString()), CifValue.text(MARK + " " + madeBy + METHOD_TEXT)))),
                Category.Form.PAIRS));
        all.addAll(categories);
        return new DataBlock(name, all);
    }
}
