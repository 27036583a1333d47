package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.nxmx.NxmxFormat;
import io.github.icatimgcif.adapter.smv.SmvFormat;
import io.github.icatimgcif.adapter.tiff.TiffFormat;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import java.util.List;

/** The formats of raw data, in the order they are tried. */
final class RawFormats {

    private RawFormats() {}

    static List<RawFormat> below(DataRoots roots) {
        return List.of(new NxmxFormat(roots), new SmvFormat(roots), new TiffFormat(roots));
    }
}
