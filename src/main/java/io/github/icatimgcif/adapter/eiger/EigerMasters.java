package io.github.icatimgcif.adapter.eiger;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.MasterDialect;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import java.util.Locale;

/** Masters that the FileWriter 1.x of Dectris' EIGER wrote before it knew NXmx: angles without axes, a geometry group. */
public final class EigerMasters implements MasterDialect {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public EigerMasters(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String lookedFor() {
        return "EIGER master: looked for an HDF5 file whose entry has a Dectris EIGER and no definition";
    }

    @Override
    public Recognition recognise(Hdf5File file) {
        boolean isEiger = Fields.text(file.at(EigerMaster.DETECTOR + "/description"))
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains("eiger"))
                        .isPresent()
                || file.at(EigerMaster.DETECTOR + "/detectorSpecific/eiger_fw_version")
                        .isPresent();
        boolean isOther =
                Fields.text(file.at(EigerMaster.ENTRY + "/definition")).isPresent();
        return isEiger && !isOther ? Recognition.BY_STRUCTURE : Recognition.NONE;
    }

    @Override
    public RawPart read(Hdf5File file, Findings findings) {
        return new EigerMaster(file, roots, findings).read();
    }
}
