/** CIF as a language: values, categories, data blocks, and how they are written and read. Knows nothing of crystallography. */
@NullMarked
package io.github.icatimgcif.cif;

import org.jspecify.annotations.NullMarked;
