/** Reads the masters of the first EIGER detectors, which are not NXmx, over adapter.hdf5. */
@NullMarked
package io.github.icatimgcif.adapter.eiger;

import org.jspecify.annotations.NullMarked;
