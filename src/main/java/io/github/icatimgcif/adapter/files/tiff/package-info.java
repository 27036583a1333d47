/**
 * The directories of a TIFF file, classic and BigTIFF, in either byte order, and its pixels where they are asked for. Start
 * reading at {@link TiffFile}, for pixels at {@link TiffPixels}.
 */
@NullMarked
package io.github.icatimgcif.adapter.files.tiff;

import org.jspecify.annotations.NullMarked;
