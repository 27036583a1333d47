/** Vectors, axes and chains of axes in three dimensions; lengths in mm, angles in degrees, rotations right-handed. */
@NullMarked
package io.github.icatimgcif.geometry;

import org.jspecify.annotations.NullMarked;
