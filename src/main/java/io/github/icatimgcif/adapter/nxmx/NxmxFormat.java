package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.MasterParts;
import io.github.icatimgcif.adapter.hdf5.master.MasterSearch;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/** NXmx: an HDF5 master whose groups say where everything stands, and links to the files that hold the pixels. */
public final class NxmxFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public NxmxFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "NXmx";
    }

    @Override
    public RawReading read(Path location) {
        try {
            MasterSearch.Found found = new MasterSearch(roots, NexusTree::recognise).in(location);
            if (found.masters().isEmpty()) {
                return found.nothing("NXmx: looked for an HDF5 file with an entry whose definition is NXmx");
            }
            MasterParts.Reader reader = (file, findings) -> new MasterReader(file, roots, findings).read();
            return new MasterParts(roots, reader).read(found.masters(), found.damaged());
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }
}
