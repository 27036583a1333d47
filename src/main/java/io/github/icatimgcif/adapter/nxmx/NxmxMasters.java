package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.MasterDialect;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;

/** NXmx: an HDF5 master whose groups say where everything stands, and links to the files that hold the pixels. */
public final class NxmxMasters implements MasterDialect {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public NxmxMasters(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String lookedFor() {
        return "NXmx: looked for an HDF5 file with an entry whose definition is NXmx";
    }

    @Override
    public Recognition recognise(Hdf5File file) {
        return NexusTree.recognise(file);
    }

    @Override
    public RawPart read(Hdf5File file, Findings findings) {
        return new MasterReader(file, roots, findings).read();
    }
}
