/** What masters of all formats over HDF5 share: fields with units, where images lie, where axes stand, which files are masters. */
@NullMarked
package io.github.icatimgcif.adapter.hdf5.master;

import org.jspecify.annotations.NullMarked;
