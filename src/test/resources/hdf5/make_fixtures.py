#!/usr/bin/env python3
"""Makes the HDF5 files beside this script: python3 make_fixtures.py
Each holds a few features that HDF5 readers get wrong. Needs h5py, numpy, lz4 and zstandard; no HDF5 plugin.
Pixel of frame f, row r, column c: (1000 f + 17 r + 3 c) mod 4096.
"""
import os
import struct
import h5py
import lz4.block
import numpy as np
import zstandard

HERE = os.path.dirname(os.path.abspath(__file__))


def new(name, libver=("earliest", "latest"), **kw):
    return h5py.File(os.path.join(HERE, name), "w", libver=libver, **kw)


def pixels(frames, rows, columns, dtype="u2"):
    f, r, c = np.meshgrid(np.arange(frames), np.arange(rows), np.arange(columns), indexing="ij")
    return ((1000 * f + 17 * r + 3 * c) % 4096).astype(dtype)


# ------------------------------------------------------------------------------------------------- links and values
def tree(name, libver):
    with new(name, libver) as f:
        entry = f.create_group("entry")
        entry.attrs["NX_class"] = "NXentry"
        data = entry.create_group("data")
        layout = h5py.VirtualLayout((5, 3, 7), "u2")
        layout[0:3] = h5py.VirtualSource("frames_1.h5", "entry/data/data", (3, 3, 7))
        layout[3:5] = h5py.VirtualSource("frames_2.h5", "entry/data/data", (2, 3, 7))
        data.create_virtual_dataset("data", layout)
        omega = data.create_dataset("omega", data=np.array([10.0, 10.1, 10.2, 10.3, 10.4]))
        omega.attrs["units"] = np.bytes_("deg")
        omega.attrs["vector"] = np.array([-1.0, 0.0, 0.25])
        omega.attrs["depends_on"] = np.array([b"."])
        for i in range(25):
            omega.attrs["note_%02d" % i] = "a note of some length, number %d" % i
        data["turn"] = h5py.SoftLink("omega")  # relative: to this group, not to the root
        data["up"] = h5py.SoftLink("/entry/sample/name")
        data["round"] = h5py.SoftLink("about")
        data["about"] = h5py.SoftLink("round")
        data["nowhere"] = h5py.SoftLink("/entry/nothing")
        sample = entry.create_group("sample")
        sample["name"] = "lysozyme"
        many = entry.create_group("many")
        for i in list(range(120, 0, -1)):
            many["data_%d" % i] = h5py.ExternalLink("frames_%d.h5" % i, "/entry/data/data")
        values(entry.create_group("values"))


def values(g):
    g["fixed"] = np.bytes_("NXmx")
    g["variable"] = "Ångström"
    g.create_dataset("padded", data=np.array(b"Eiger 16M", dtype="S64"))
    blanks = h5py.h5t.C_S1.copy()
    blanks.set_size(8)
    blanks.set_strpad(h5py.h5t.STR_SPACEPAD)
    h5py.h5d.create(g.id, b"blanks", blanks, h5py.h5s.create(h5py.h5s.SCALAR)).write(
        h5py.h5s.ALL, h5py.h5s.ALL, np.array(b"deg     ", dtype="S8"), mtype=blanks)
    g["latin1"] = np.bytes_(b"\xb5m")
    g["one_in_array"] = np.array([b"NXdetector"])
    g["three_fixed"] = np.array([b"phi", b"kappa", b"om"])
    g.create_dataset("two_variable", data=["omega", "chi"], dtype=h5py.string_dtype())
    g["letters"] = np.frombuffer(b"Silicon", dtype="S1")
    g["empty_text"] = ""
    g["no_value"] = h5py.Empty("f8")
    g["float32"] = np.array([0.1, 0.9801122, np.nan, np.inf], dtype="f4")
    g["float64"] = np.array([0.1, 0.9802735610373182, np.nan, -np.inf])
    g["float16"] = np.array([0.5, -2.0, 65504.0, 6e-8], dtype="f2")
    g["int8"] = np.array([-128, 127], dtype="i1")
    g["uint32"] = np.array([4294967295, 7], dtype="u4")
    g["uint64"] = np.array([18446744073709551615, 9], dtype="u8")
    g["int64"] = np.array([-9223372036854775808], dtype="i8")
    g["big_endian"] = np.array([258, -2], dtype=">i4")
    g["big_endian_float"] = np.array([0.25], dtype=">f8")
    g["yes"] = True
    g["compound"] = np.array([(1, 2.5)], dtype=[("a", "i4"), ("b", "f8")])
    g["opaque"] = np.array([np.void(b"\x01\x02")])
    g["vectors"] = np.zeros((2,), dtype="(3,)f4")
    g.create_dataset("never_written", (3,), dtype="f8", fillvalue=1.5)
    g.create_dataset("growing", data=np.arange(10.0), chunks=(4,), maxshape=(None,), compression="gzip", shuffle=True)
    holes = g.create_dataset("holes", (10,), dtype="i4", chunks=(4,), fillvalue=-7)
    holes[4:8] = [1, 2, 3, 4]
    g.create_dataset("table", data=np.arange(35).reshape(5, 7), chunks=(2, 3), compression="gzip")


tree("tree_earliest.h5", ("earliest", "latest"))
tree("tree_v108.h5", ("v108", "latest"))
tree("tree_v110.h5", ("v110", "latest"))

for number, frames in ((1, 3), (2, 2)):
    with new("frames_%d.h5" % number) as f:
        f.create_dataset("entry/data/data", data=pixels(frames, 3, 7), chunks=(1, 3, 7))

with new("links.h5") as f:
    g = f.create_group("entry/data")
    g["beside"] = h5py.ExternalLink("frames_1.h5", "/entry/data/data")
    g["no_slash"] = h5py.ExternalLink("frames_1.h5", "entry/data/data")
    g["moved"] = h5py.ExternalLink("/data/visitor/mx1/old/frames_2.h5", "/entry/data/data")
    g["moved_and_lost"] = h5py.ExternalLink("/data/visitor/mx1/old/frames_9.h5", "/entry/data/data")
    g["lost"] = h5py.ExternalLink("frames_9.h5", "/entry/data/data")
    g["hollow"] = h5py.ExternalLink("frames_1.h5", "/entry/nothing")
    g["outside"] = h5py.ExternalLink("../../../../../../outside.h5", "/entry")
    g["self"] = h5py.ExternalLink("links.h5", "/entry/data/self")
    g["whole"] = h5py.ExternalLink("frames_2.h5", "/")
    f["through"] = h5py.SoftLink("/entry/data/whole/entry/data")

# ------------------------------------------------------------------------------------------------ virtual data sets
with new("nested.h5") as f:
    g = f.create_group("entry/data")
    g["data_000001"] = h5py.ExternalLink("frames_1.h5", "/entry/data/data")
    g["data_000002"] = h5py.ExternalLink("frames_2.h5", "/entry/data/data")
    inner = h5py.VirtualLayout((5, 3, 7), "u2")
    inner[0:3] = h5py.VirtualSource(".", "/entry/data/data_000001", (3, 3, 7))
    inner[3:5] = h5py.VirtualSource(".", "/entry/data/data_000002", (2, 3, 7))
    g.create_virtual_dataset("inner", inner)
    outer = h5py.VirtualLayout((4, 3, 7), "u2")
    outer[0:4] = h5py.VirtualSource(".", "/entry/data/inner", (5, 3, 7))[1:5]
    g.create_virtual_dataset("outer", outer)
    circle = h5py.VirtualLayout((4, 3, 7), "u2")
    circle[0:4] = h5py.VirtualSource(".", "/entry/data/circle", (4, 3, 7))
    g.create_virtual_dataset("circle", circle)

with new("strided.h5") as f:
    a = h5py.VirtualSource("frames_1.h5", "entry/data/data", (3, 3, 7))
    b = h5py.VirtualSource("frames_2.h5", "entry/data/data", (2, 3, 7))
    interleaved = h5py.VirtualLayout((5, 3, 7), "u2")
    interleaved[0:5:2] = a
    interleaved[1:5:2] = b
    f.create_virtual_dataset("interleaved", interleaved)
    every_other = h5py.VirtualLayout((2, 3, 7), "u2")
    every_other[0:2] = a[0:3:2]
    f.create_virtual_dataset("every_other", every_other)
    lost = h5py.VirtualLayout((6, 3, 7), "u2")
    lost[0:3] = a
    lost[3:6] = h5py.VirtualSource("frames_9.h5", "entry/data/data", (3, 3, 7))
    f.create_virtual_dataset("lost", lost)
    short = h5py.VirtualLayout((4, 3, 7), "u2")
    short[0:4] = h5py.VirtualSource("frames_2.h5", "entry/data/data", (4, 3, 7))
    f.create_virtual_dataset("short", short)
    tiles = h5py.VirtualLayout((2, 6, 7), "u2")
    tiles[:, 0:3, :] = a[0:2]
    tiles[:, 3:6, :] = b
    f.create_virtual_dataset("tiles", tiles)
    channels = h5py.VirtualLayout((3, 2, 3, 7), "u2")
    channels[:, 0] = a
    channels[:, 1] = a
    f.create_virtual_dataset("channels", channels)
    # Irregular selection: frames 0, 1 and 4 of the virtual data set.
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    to = h5py.h5s.create_simple((5, 3, 7))
    to.select_hyperslab((0, 0, 0), (2, 3, 7))
    to.select_hyperslab((4, 0, 0), (1, 3, 7), op=h5py.h5s.SELECT_OR)
    plist.set_virtual(to, b"frames_1.h5", b"entry/data/data", h5py.h5s.create_simple((3, 3, 7)))
    h5py.h5d.create(f.id, b"irregular", h5py.h5t.STD_U16LE, h5py.h5s.create_simple((5, 3, 7)), plist)
    # Numbered sources: blocks of 3 frames, the first from frames_0.h5 (lost), the second from frames_1.h5.
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    to = h5py.h5s.create_simple((6, 3, 7), (h5py.h5s.UNLIMITED, 3, 7))
    to.select_hyperslab((0, 0, 0), (h5py.h5s.UNLIMITED, 1, 1), (3, 1, 1), (3, 3, 7))
    plist.set_virtual(to, b"frames_%b.h5", b"entry/data/data", h5py.h5s.create_simple((3, 3, 7)))
    h5py.h5d.create(f.id, b"numbered", h5py.h5t.STD_U16LE,
                    h5py.h5s.create_simple((6, 3, 7), (h5py.h5s.UNLIMITED, 3, 7)), plist)

# Frames of three dimensions: two channels of an exposure, or two modules of a detector.
with new("stacks.h5") as f:
    f.create_dataset("stored", (3, 2, 3, 7), "u2")
    stored = h5py.VirtualSource(".", "stored", (3, 2, 3, 7))
    whole = h5py.VirtualLayout((3, 2, 3, 7), "u2")
    whole[0:3] = stored
    f.create_virtual_dataset("whole", whole)
    split = h5py.VirtualLayout((3, 2, 3, 7), "u2")
    split[:, 0] = h5py.VirtualSource("frames_1.h5", "entry/data/data", (3, 3, 7))
    split[:, 1] = h5py.VirtualSource("frames_1.h5", "entry/data/data", (3, 3, 7))
    f.create_virtual_dataset("split", split)
    first = h5py.VirtualLayout((3, 3, 7), "u2")
    first[0:3] = stored[:, 0]
    f.create_virtual_dataset("first", first)
    second = h5py.VirtualLayout((3, 3, 7), "u2")
    second[0:3] = stored[:, 1]
    f.create_virtual_dataset("second", second)


# ---------------------------------------------------------------------------------------------------------- filters
def bitshuffled(raw, size):
    """The bits of n values (n a multiple of 8) sorted by their rank."""
    n = len(raw) // size
    bits = np.unpackbits(np.frombuffer(raw, "u1").reshape(n, size), axis=1, bitorder="little")
    return np.packbits(bits.T, axis=1, bitorder="little").tobytes()


def chunk(image, block, compress):
    raw, size = image.tobytes(), image.dtype.itemsize
    length = block or max(8192 // size // 8 * 8, 128)
    out, at = [struct.pack(">QI", len(raw), length * size)], 0
    while image.size - at >= 8:
        now = min(length, (image.size - at) // 8 * 8)
        packed = compress(bitshuffled(raw[at * size:(at + now) * size], size))
        out.append(struct.pack(">I", len(packed)) + packed)
        at += now
    return b"".join(out) + raw[at * size:]


def shuffled_dataset(f, name, images, block, compression, maxshape=None, plain=()):
    pack = (lambda b: lz4.block.compress(b, store_size=False)) if compression == 2 \
        else zstandard.ZstdCompressor(level=3).compress
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((1,) + images.shape[1:])
    plist.set_filter(32008, h5py.h5z.FLAG_OPTIONAL, (0, 3, images.dtype.itemsize, block, compression))
    space = h5py.h5s.create_simple(images.shape, maxshape or images.shape)
    d = h5py.Dataset(h5py.h5d.create(f.id, name.encode(), h5py.h5t.py_create(images.dtype), space, plist))
    for i, image in enumerate(images):
        if i in plain:
            d.id.write_direct_chunk((i, 0, 0), image.tobytes(), filter_mask=1)
        else:
            d.id.write_direct_chunk((i, 0, 0), chunk(image, block, pack))


def filters(name, libver):
    with new(name, libver) as f:
        # 61 x 103 = 6283 values: no multiple of a block, and 3 values beyond the last group of eight.
        shuffled_dataset(f, "lz4_u2", pixels(2, 61, 103), 0, 2)
        shuffled_dataset(f, "lz4_u4", pixels(2, 61, 103, "u4"), 0, 2)
        shuffled_dataset(f, "lz4_u1", pixels(2, 61, 103, "u2").astype("u1"), 64, 2)
        shuffled_dataset(f, "zstd_u2", pixels(2, 61, 103), 0, 3)
        shuffled_dataset(f, "zstd_u4", pixels(2, 61, 103, "u4"), 2048, 3)
        shuffled_dataset(f, "tiny", pixels(2, 1, 5), 0, 2)
        shuffled_dataset(f, "one_chunk", pixels(1, 61, 103), 0, 2)
        shuffled_dataset(f, "growing", pixels(3, 61, 103), 0, 2, (h5py.h5s.UNLIMITED, 61, 103))
        shuffled_dataset(f, "growing_twice", pixels(2, 8, 9), 0, 2, (h5py.h5s.UNLIMITED, h5py.h5s.UNLIMITED, 9))
        shuffled_dataset(f, "left_plain", pixels(2, 61, 103), 0, 2, plain=(1,))
        p = pixels(3, 20, 31)
        f.create_dataset("contiguous", data=p)
        f.create_dataset("gzip", data=p, chunks=(2, 8, 16), compression="gzip", shuffle=True)
        f.create_dataset("big_endian", data=p.astype(">u2"), chunks=(1, 20, 31), fletcher32=True)
        f.create_dataset("signed", data=p.astype("i4") - 100, chunks=(1, 20, 31))
        early = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        early.set_chunk((1, 20, 31))
        early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        h5py.h5d.create(f.id, b"implicit", h5py.h5t.STD_U16LE, h5py.h5s.create_simple(p.shape), early)
        f["implicit"][:] = p
        first = f.create_dataset("first_only", p.shape, dtype="u2", chunks=(1, 20, 31), fillvalue=65535)
        first[0] = p[0]


filters("filters_earliest.h5", ("earliest", "latest"))
filters("filters_v110.h5", ("v110", "latest"))

with new("userblock.h5", userblock_size=1024) as f:
    f["wavelength"] = np.float32(0.976223)

# One text of single letters, and lists of texts that have one letter each, as values and as attributes.
with new("texts.h5") as f:
    g = f.create_group("texts")
    for where in (g.attrs, g):
        where["fixed_letters"] = np.frombuffer(b"mm", dtype="S1")
        where["fixed_list"] = np.array([b"a", b"bc"])
        where["variable_list"] = np.array(["x", "y", "z"], dtype=h5py.string_dtype())
        where["variable_one"] = np.array(["x"], dtype=h5py.string_dtype())


# Plain Zstandard, filter 32015, a frame a chunk.
with new("zstd.h5") as f:
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((1, 61, 103))
    plist.set_filter(32015, h5py.h5z.FLAG_OPTIONAL, (3,))
    frames = pixels(2, 61, 103, "u4")
    d = h5py.Dataset(h5py.h5d.create(f.id, b"data", h5py.h5t.py_create(frames.dtype),
                                     h5py.h5s.create_simple(frames.shape), plist))
    for i, image in enumerate(frames):
        d.id.write_direct_chunk((i, 0, 0), zstandard.ZstdCompressor(level=3).compress(image.tobytes()))
