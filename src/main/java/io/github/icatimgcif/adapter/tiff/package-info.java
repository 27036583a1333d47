/**
 * Reads TIFF, and recognises the images of detectors that are neither CBF, SMV, HDF5 nor plain TIFF, of which it says by name why
 * they are not read. Start reading at {@link TiffFormat}.
 */
@NullMarked
package io.github.icatimgcif.adapter.tiff;

import org.jspecify.annotations.NullMarked;
