/** Sixth stage: the imgCIF is made known to the catalogue, linked to the raw dataset. */
@NullMarked
package io.github.icatimgcif.conversion.register;

import org.jspecify.annotations.NullMarked;
