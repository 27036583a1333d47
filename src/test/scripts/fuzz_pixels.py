#!/usr/bin/env python3
"""The HDF5 files that the search among files with images begins with; needs h5py and hdf5plugin 4.4 with bitshuffle.

    src/test/scripts/fuzz_pixels.py        writes src/test/resources/fuzz/pixels/*.h5
"""
import pathlib

import h5py
import hdf5plugin
import numpy

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "resources/fuzz/pixels"
FILTERS = {
    "bslz4": dict(hdf5plugin.Bitshuffle(nelems=0, cname="lz4")),
    "zstd": dict(hdf5plugin.Bitshuffle(cname="zstd")),
    "lz4": dict(hdf5plugin.LZ4()),
    "gzip": {"compression": "gzip", "shuffle": True},
}
pixels = numpy.arange(3 * 20 * 24, dtype="u2").reshape(3, 20, 24)
for name, filters in FILTERS.items():
    with h5py.File(FOLDER / f"{name}.h5", "w", libver="latest") as file:
        file.create_dataset("/entry/data/data", data=pixels, chunks=(1, 20, 24), **filters)
