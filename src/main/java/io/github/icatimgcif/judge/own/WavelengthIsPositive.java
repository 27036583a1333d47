package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.List;

/** A wavelength is a number above zero, and for a diffraction experiment a plausible one. */
final class WavelengthIsPositive implements BlockTest {

    private static final String NAME = "Wavelength";
    private static final String ITEM = "_diffrn_radiation_wavelength.value";

    /** Electrons of 1 MeV have 0.009 angstrom; softer X-rays than 50 angstrom do not diffract from crystals of molecules. */
    private static final double SHORTEST = 0.005;

    private static final double LONGEST = 50;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<Remark> remarks = new ArrayList<>();
        for (Table.Row row : Table.of(block, "diffrn_radiation_wavelength")) {
            double wavelength = row.doubleValue("value");
            if (!(wavelength >= SHORTEST && wavelength <= LONGEST)) {
                remarks.add(Remark.error(
                                NAME,
                                ITEM,
                                "the wavelength "
                                        + row.whyNoNumber("value")
                                                .orElseGet(() -> "is "
                                                        + ShownText.of(row.text("value")
                                                                .orElse(""))),
                                "it must be a number of angstroms between " + SHORTEST + " and " + LONGEST)
                        .inRow(row.number()));
            }
        }
        return remarks;
    }
}
