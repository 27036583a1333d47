package io.github.icatimgcif.judge.checkimgcif;

/** The axes along which the pixels of an array are counted. */
final class SurfaceAxis {

    private SurfaceAxis() {}

    /**
     * The first axis of a set.
     *
     * @throws CannotBeTested if there is none
     */
    static OriginalLoop.Row ofSet(OriginalBlock block, String set) {
        for (OriginalLoop.Row axis :
                block.loop("_array_structure_list_axis.axis_set_id").rows()) {
            if (axis.is("axis_set_id", set)) {
                return axis;
            }
        }
        throw new CannotBeTested("no axis of the set " + set);
    }
}
