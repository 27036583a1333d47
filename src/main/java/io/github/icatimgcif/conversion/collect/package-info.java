/** First stage: everything that is known of a dataset, from the raw files, the catalogue and the files beside the data. */
@NullMarked
package io.github.icatimgcif.conversion.collect;

import org.jspecify.annotations.NullMarked;
