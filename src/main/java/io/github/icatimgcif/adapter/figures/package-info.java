/** Counts what waits, of all that the service keeps in its database. */
@NullMarked
package io.github.icatimgcif.adapter.figures;

import org.jspecify.annotations.NullMarked;
