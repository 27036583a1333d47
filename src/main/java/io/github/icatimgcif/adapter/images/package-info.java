/**
 * Reads the images that an imgCIF links to, whatever their format and whatever is wrapped around them. Start reading at
 * {@link StoredImages}.
 */
@NullMarked
package io.github.icatimgcif.adapter.images;

import org.jspecify.annotations.NullMarked;
