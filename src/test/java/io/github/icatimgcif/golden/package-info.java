/** Whole conversions, from raw files to the text of the imgCIF, against recorded results and independent judges. */
@NullMarked
package io.github.icatimgcif.golden;

import org.jspecify.annotations.NullMarked;
