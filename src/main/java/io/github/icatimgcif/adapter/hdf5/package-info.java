/** Reads HDF5: links across files, virtual data sets, texts and numbers as recorded, single frames; over jHDF, confined to the data roots. */
@NullMarked
package io.github.icatimgcif.adapter.hdf5;

import org.jspecify.annotations.NullMarked;
