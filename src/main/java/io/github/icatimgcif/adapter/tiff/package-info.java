/** Recognises TIFF, and the images of detectors that are neither CBF, SMV nor HDF5, and says by name why they are not read. */
@NullMarked
package io.github.icatimgcif.adapter.tiff;

import org.jspecify.annotations.NullMarked;
