/** Reads CBF image files: miniCBF, whose header is a few lines of text, and full CBF, whose header is an imgCIF. */
@NullMarked
package io.github.icatimgcif.adapter.cbf;

import org.jspecify.annotations.NullMarked;
