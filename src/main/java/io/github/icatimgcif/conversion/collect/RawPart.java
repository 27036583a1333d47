package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;

/**
 * What one master file, or one series of image files, says. A dataset of several of them has several parts; which of them share
 * one description is decided when they are mapped.
 *
 * @param name       of the master or the series, for messages ({@code thau_1_#####.cbf})
 * @param detector   what it states of the detector
 * @param goniometer what it states of the goniometer
 * @param scans      at least one; their settings name the axes of the goniometer and of a placed detector
 * @param bitDepth   bits of a pixel, of an unsigned integer unless negative; 0 if not known
 * @param readings   its scalar facts, as recorded
 */
public record RawPart(
        String name,
        DetectorStatement detector,
        GoniometerStatement goniometer,
        List<Scan> scans,
        int bitDepth,
        List<Reading> readings) {

    public RawPart {
        scans = List.copyOf(scans);
        readings = List.copyOf(readings);
        if (scans.isEmpty()) {
            throw new IllegalArgumentException(name + " has no scan");
        }
    }
}
