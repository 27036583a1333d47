package io.github.icatimgcif.adapter.eiger;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.MasterParts;
import io.github.icatimgcif.adapter.hdf5.master.MasterSearch;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Masters that the FileWriter 1.x of Dectris' EIGER wrote before it knew NXmx: angles without axes, a geometry group. */
public final class EigerFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public EigerFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "EIGER master";
    }

    @Override
    public RawReading read(Path location) {
        try {
            MasterSearch.Found found = new MasterSearch(roots, EigerFormat::recognise).in(location);
            if (found.masters().isEmpty()) {
                return found.nothing(
                        "EIGER master: looked for an HDF5 file whose entry has a Dectris EIGER and no definition");
            }
            MasterParts.Reader reader = (file, findings) -> new EigerMaster(file, roots, findings).read();
            return new MasterParts(roots, reader).read(found.masters(), found.damaged());
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static MasterSearch.Recognition recognise(Hdf5File file) {
        boolean isEiger = Fields.text(file.at(EigerMaster.DETECTOR + "/description"))
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains("eiger"))
                        .isPresent()
                || file.at(EigerMaster.DETECTOR + "/detectorSpecific/eiger_fw_version")
                        .isPresent();
        boolean isOther =
                Fields.text(file.at(EigerMaster.ENTRY + "/definition")).isPresent();
        return isEiger && !isOther ? MasterSearch.Recognition.BY_STRUCTURE : MasterSearch.Recognition.NONE;
    }
}
