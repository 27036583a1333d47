/** Reads still series that LIMA2 writes for the JUNGFRAU of ESRF ID29, over adapter.hdf5. */
@NullMarked
package io.github.icatimgcif.adapter.lima;

import org.jspecify.annotations.NullMarked;
