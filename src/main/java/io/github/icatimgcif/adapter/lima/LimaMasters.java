package io.github.icatimgcif.adapter.lima;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.MasterDialect;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;

/** Masters of serial crystallography at ESRF ID29: one entry of LIMA2 with a detector and {@code detector_information}. */
public final class LimaMasters implements MasterDialect {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public LimaMasters(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String lookedFor() {
        return "LIMA2: looked for an HDF5 file with entry_0000/instrument/*/detector_information";
    }

    @Override
    public Recognition recognise(Hdf5File file) {
        return LimaMaster.detector(file).isPresent() ? Recognition.BY_DEFINITION : Recognition.NONE;
    }

    @Override
    public RawPart read(Hdf5File file, Findings findings) {
        return new LimaMaster(file, roots, findings).read();
    }
}
