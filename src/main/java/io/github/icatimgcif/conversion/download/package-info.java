/** The raw files of a dataset, given to somebody who may see this dataset and no other. */
@NullMarked
package io.github.icatimgcif.conversion.download;

import org.jspecify.annotations.NullMarked;
