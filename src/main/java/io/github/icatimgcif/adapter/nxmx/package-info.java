/** Reads NXmx masters: the definition itself and the dialects of Dectris, Diamond (GDA) and nexgen, over adapter.hdf5. */
@NullMarked
package io.github.icatimgcif.adapter.nxmx;

import org.jspecify.annotations.NullMarked;
