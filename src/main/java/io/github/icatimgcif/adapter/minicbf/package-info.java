/**
 * The header that Dectris gave miniCBF, {@code # Pixel_size 172e-6 m x 172e-6 m}, and series of images that have it, one a file,
 * in whatever format of file. Formats stand on it. Start reading at {@link MiniSeries}.
 */
@NullMarked
package io.github.icatimgcif.adapter.minicbf;

import org.jspecify.annotations.NullMarked;
