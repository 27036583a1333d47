package io.github.icatimgcif.adapter.cbf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one file of a series says of its frame. */
interface Frame {

    /** Number in the name of the file, or of the frame in its file. */
    int number();

    /** The axes whose settings it gives, in an order that is always the same. */
    List<String> axes();

    /** Where these stand, by name. */
    Map<String, FrameAngle> angles();

    /** In what another frame of the series was taken differently, for a person; empty if only in the settings of the axes. */
    Optional<String> difference(Frame other);
}
