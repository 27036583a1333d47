package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.cbf.CbfFormat;
import io.github.icatimgcif.adapter.eiger.EigerMasters;
import io.github.icatimgcif.adapter.hdf5.master.MasterFormat;
import io.github.icatimgcif.adapter.lima.LimaMasters;
import io.github.icatimgcif.adapter.nxmx.NxmxMasters;
import io.github.icatimgcif.adapter.smv.SmvFormat;
import io.github.icatimgcif.adapter.tiff.TiffFormat;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import java.util.List;

/** Every format of raw data, in the order in which they are tried: what states most comes first. */
final class RawFormats {

    private RawFormats() {}

    /**
     * The formats.
     *
     * @param roots      only what lies below these folders is read
     * @param allHeaders whether every header of a CBF series is read, also where those that are sampled agree
     */
    static List<RawFormat> below(DataRoots roots, boolean allHeaders) {
        return List.of(
                new MasterFormat(
                        roots, List.of(new NxmxMasters(roots), new EigerMasters(roots), new LimaMasters(roots))),
                new CbfFormat(roots, allHeaders),
                new SmvFormat(roots),
                new TiffFormat(roots));
    }
}
