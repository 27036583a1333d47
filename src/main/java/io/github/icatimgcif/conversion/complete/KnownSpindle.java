package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * A goniometer as it is known without the raw data.
 *
 * @param axes     base first, McStas frame
 * @param spindle  name of the one that turns during the scan
 * @param citation where this is known from
 */
record KnownSpindle(AxisChain axes, String spindle, String citation) {

    /** Direction of the axis that turns, at zero settings of all axes. */
    Optional<Vector3> direction() {
        return axes.axes().stream()
                .filter(axis -> axis.name().equals(spindle))
                .map(Axis::vector)
                .findFirst();
    }

    /** A goniometer of one axis. */
    static AxisChain alone(String name, Vector3 direction) {
        return new AxisChain(List.of(new Axis(name, Axis.Kind.ROTATION, direction, Vector3.ZERO)));
    }
}
