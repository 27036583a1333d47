package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;

/** What raw data state of the goniometer, in the NeXus (McStas) laboratory frame of {@link Measurement}. */
public sealed interface GoniometerStatement {

    /**
     * Axes with directions.
     *
     * @param axes that carry the sample, base first; empty if the sample stands in the laboratory
     */
    record Stated(AxisChain axes) implements GoniometerStatement {}

    /**
     * Angles of named axes whose directions are not in the raw data.
     *
     * @param spindle    name of the axis that turns during the scan, or would; the settings of the scans name it
     * @param convention direction of the spindle by the convention of the format, length 1
     * @param source     where that convention is known from, for a finding
     */
    record Named(String spindle, Vector3 convention, String source) implements GoniometerStatement {}

    /** Nothing. */
    record Silent() implements GoniometerStatement {}
}
