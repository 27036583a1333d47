/**
 * The directories of a TIFF file, classic and BigTIFF, in either byte order; never its pixels. Start reading at
 * {@link TiffFile}.
 */
@NullMarked
package io.github.icatimgcif.adapter.files.tiff;

import org.jspecify.annotations.NullMarked;
