package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;

/**
 * One NXdetector_module as it was read.
 *
 * @param path           where it stands
 * @param chain          the axes that carry it, base first; empty if the file does not say where it stands
 * @param origin         outer corner of its first pixel in the frame that the chain carries, mm
 * @param fastDirection  in that frame, length 1
 * @param slowDirection  in that frame, length 1
 * @param fastPixelSize  mm
 * @param slowPixelSize  mm
 */
record DetectorModule(
        String path,
        List<Transformation> chain,
        Vector3 origin,
        Vector3 fastDirection,
        Vector3 slowDirection,
        BigDecimal fastPixelSize,
        BigDecimal slowPixelSize) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
