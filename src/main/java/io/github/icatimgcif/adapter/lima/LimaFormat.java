package io.github.icatimgcif.adapter.lima;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.MasterParts;
import io.github.icatimgcif.adapter.hdf5.master.MasterSearch;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/** Masters of serial crystallography at ESRF ID29: one entry of LIMA2 with a detector and {@code detector_information}. */
public final class LimaFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public LimaFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "LIMA2";
    }

    @Override
    public RawReading read(Path location) {
        try {
            MasterSearch.Found found = new MasterSearch(roots, LimaFormat::recognise).in(location);
            if (found.masters().isEmpty()) {
                return found.nothing(
                        "LIMA2: looked for an HDF5 file with entry_0000/instrument/*/detector_information");
            }
            MasterParts.Reader reader = (file, findings) -> new LimaMaster(file, roots, findings).read();
            return new MasterParts(roots, reader).read(found.masters(), found.damaged());
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static MasterSearch.Recognition recognise(Hdf5File file) {
        return LimaMaster.detector(file).isPresent()
                ? MasterSearch.Recognition.BY_DEFINITION
                : MasterSearch.Recognition.NONE;
    }
}
