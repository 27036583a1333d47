/** Fifth stage: the imgCIF is put where the facility wants it. */
@NullMarked
package io.github.icatimgcif.conversion.write;

import org.jspecify.annotations.NullMarked;
