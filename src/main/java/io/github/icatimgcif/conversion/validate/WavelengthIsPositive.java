package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** A wavelength is a number above zero, and for a diffraction experiment a plausible one. */
final class WavelengthIsPositive implements Check {

    private static final String ITEM = "_diffrn_radiation_wavelength.value";

    /** Electrons of 1 MeV have 0.009 angstrom; softer X-rays than 50 angstrom do not diffract from crystals of molecules. */
    private static final double SHORTEST = 0.005;

    private static final double LONGEST = 50;

    @Override
    public String name() {
        return "Wavelength";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        List<Finding> findings = new ArrayList<>();
        for (Table.Row row : Table.of(block, "diffrn_radiation_wavelength")) {
            double wavelength = row.doubleValue("value");
            if (!(wavelength >= SHORTEST && wavelength <= LONGEST)) {
                findings.add(Finding.error(
                        ITEM,
                        "the wavelength is " + row.text("value").orElse("not known")
                                + "; it must be a number of angstroms between " + SHORTEST + " and " + LONGEST));
            }
        }
        return findings;
    }
}
