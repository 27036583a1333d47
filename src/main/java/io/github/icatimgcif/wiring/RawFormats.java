package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.cbf.CbfFormat;
import io.github.icatimgcif.adapter.eiger.EigerFormat;
import io.github.icatimgcif.adapter.lima.LimaFormat;
import io.github.icatimgcif.adapter.nxmx.NxmxFormat;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import java.util.List;

/** Every format of raw data, in the order in which they are tried: what states most comes first. */
final class RawFormats {

    private RawFormats() {}

    static List<RawFormat> below(DataRoots roots) {
        return List.of(new NxmxFormat(roots), new EigerFormat(roots), new LimaFormat(roots), new CbfFormat(roots));
    }
}
