package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * A flat array of pixels, or a section of one, in the frame of the file.
 *
 * @param name     of the section, or of the array if it is the whole of it
 * @param array    the stored array that it lies in
 * @param fast     axis of the index that changes fastest
 * @param slow     axis of the other index
 * @param fastSize number of pixels along the fast axis
 * @param slowSize number of pixels along the slow axis
 * @param section  where in the stored array it lies; empty if it is the whole of it
 */
record FullCbfPanel(
        String name,
        String array,
        FullCbfSurface fast,
        FullCbfSurface slow,
        int fastSize,
        int slowSize,
        Optional<Section> section) {

    /**
     * The axes that carry both surface axes, that in the laboratory first.
     *
     * @throws NotUsable if neither surface axis rides on the other nor both on one
     */
    List<FullCbfAxis> carriers(FullCbfAxes axes) {
        return axes.upTo(outer().dependsOn());
    }

    /** Where both surface axes are at 0, in the frame that the last carrier carries, mm. */
    Vector3 base() {
        Vector3 both = fast.axis().offset().plus(slow.axis().offset());
        boolean sideBySide = !rides(fast, slow) && !rides(slow, fast);
        // Two axes that begin at one place need that place once.
        return sideBySide && fast.axis().offset().equals(slow.axis().offset())
                ? fast.axis().offset()
                : both;
    }

    private FullCbfAxis outer() {
        if (rides(fast, slow)) {
            return slow.axis();
        }
        boolean onOne = fast.axis().dependsOn().equals(slow.axis().dependsOn());
        boolean atOnePlace = fast.axis().offset().equals(slow.axis().offset())
                || fast.axis().offset().length() == 0
                || slow.axis().offset().length() == 0;
        if (!rides(slow, fast) && !(onOne && atOnePlace)) {
            throw new NotUsable(
                    "_axis.depends_on",
                    "of the axes " + fast.axis().id() + " and " + slow.axis().id() + " of the pixels of " + name
                            + " neither depends on the other"
                            + (onOne ? ", and they begin at different places" : " nor both on one")
                            + "; the first pixel has no one place");
        }
        return fast.axis();
    }

    private static boolean rides(FullCbfSurface inner, FullCbfSurface outer) {
        return inner.axis().dependsOn().equals(Optional.of(outer.axis().id()));
    }
}
