package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.geometry.Vector3;

/**
 * How the stored pixels of a picture lie, if its right side is to the right and its upper side above as seen from the sample:
 * what TIFF calls Orientation says how the stored rows lie in the picture. McStas frame.
 *
 * @param fast direction in which the index in a row grows
 * @param slow direction in which the index of the row grows
 */
record Directions(Vector3 fast, Vector3 slow) {

    private static final Vector3 RIGHT = new Vector3(-1, 0, 0);
    private static final Vector3 LEFT = new Vector3(1, 0, 0);
    private static final Vector3 UP = new Vector3(0, 1, 0);
    private static final Vector3 DOWN = new Vector3(0, -1, 0);

    /** Of the numbers 1 to 8 that TIFF 6.0 gives Orientation (page 36). */
    static Directions of(int orientation) {
        return switch (orientation) {
            case 1 -> new Directions(RIGHT, DOWN);
            case 2 -> new Directions(LEFT, DOWN);
            case 3 -> new Directions(LEFT, UP);
            case 4 -> new Directions(RIGHT, UP);
            case 5 -> new Directions(DOWN, RIGHT);
            case 6 -> new Directions(DOWN, LEFT);
            case 7 -> new Directions(UP, LEFT);
            case 8 -> new Directions(UP, RIGHT);
            default -> throw new IllegalArgumentException("Orientation is 1 to 8 and not " + orientation);
        };
    }
}
