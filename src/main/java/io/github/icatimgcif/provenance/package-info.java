/** Where a value came from: the source term it was read under, and what it said there. */
@NullMarked
package io.github.icatimgcif.provenance;

import org.jspecify.annotations.NullMarked;
