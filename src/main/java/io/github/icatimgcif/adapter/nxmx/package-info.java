/** Reads NXmx masters: the definition itself and the dialects that detectors and beamlines write, over adapter.hdf5. */
@NullMarked
package io.github.icatimgcif.adapter.nxmx;

import org.jspecify.annotations.NullMarked;
