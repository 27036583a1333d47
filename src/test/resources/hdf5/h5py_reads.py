#!/usr/bin/python3
"""What h5py reads of every data set and attribute of HDF5 files: the truth the reader is held against.

usage: h5py_reads.py OUT.json FILE...

For each file a map from the path of a data set, or path@name of an attribute, to
  texts    of texts and enumerations, without the blanks and zeros that fill them up
  numbers  whole numbers as they are, the others as the shortest text that reads back the same; row-major
  frames   instead of numbers where the two last dimensions are 500 or larger: the CRC-32 of each frame as 32-bit little-endian numbers
Only hard links are walked, each object once. What h5py itself cannot read has none of the three.
"""
import json
import os
import sys
import zlib

import h5py
import numpy as np

try:
    import hdf5plugin  # noqa: F401 - registers the filters
except ImportError:
    pass


def text(value):
    raw = value.encode("utf8", "surrogateescape") if isinstance(value, str) else bytes(value)
    raw = raw.split(b"\0")[0]
    try:
        return raw.decode("utf8").strip()
    except UnicodeDecodeError:
        return raw.decode("latin1").strip()


def number(value):
    if np.issubdtype(type(value), np.integer):
        return str(int(value))
    return repr(float(value))


def texts(flat, kind):
    """An array of the fixed length one is one text; texts of any length are a list, whatever they hold."""
    if kind == np.dtype("S1") and len(flat) > 1:
        return [text(b"".join(bytes(each) or b"\0" for each in flat))]
    return [text(each) for each in flat]


def answer(stored, kind):
    """Of an array as h5py gives it, and the type it has in the file."""
    names = h5py.check_enum_dtype(kind)
    if kind == np.dtype(bool):
        names = {"FALSE": 0, "TRUE": 1}
    if isinstance(stored, h5py.Empty):
        return {"numbers": [], "texts": []}
    flat = np.asarray(stored).reshape(-1)
    if names is not None:
        words = {value: name for name, value in names.items()}
        return {"texts": [words[int(each)] for each in flat], "numbers": [str(int(each)) for each in flat]}
    if kind.kind == "S" or h5py.check_string_dtype(kind) is not None:
        return {"texts": texts(flat, kind)}
    base = kind.base
    if base.kind in "iuf":
        return {"numbers": [number(each) for each in flat]}
    return {}


def frames(stored):
    pixels = stored.reshape((-1,) + stored.shape[-2:])
    return {"frames": [zlib.crc32(np.ascontiguousarray(each.astype("<i4" if each.dtype.kind == "i" else "<u4")).tobytes()) for each in pixels]}


def dataset(d):
    found = {"shape": list(d.shape or ())}
    try:
        large = d.shape is not None and len(d.shape) > 1 and min(d.shape[-2:]) >= 500
        found.update(frames(d[()]) if large else answer(d[()], d.dtype))
    except (OSError, TypeError) as unreadable:
        found["h5py"] = str(unreadable)
    return found


def attributes(node, path, into):
    for name in node.attrs:
        kind = node.attrs.get_id(name).dtype
        value = node.attrs[name]
        into[path + "@" + name] = answer(value, kind)


def walk(group, path, seen, into):
    for name in group:
        if not isinstance(group.get(name, getlink=True), h5py.HardLink):
            continue
        node = group[name]
        if node.id in seen:
            continue
        seen.append(node.id)
        here = path + "/" + name
        attributes(node, here, into)
        if isinstance(node, h5py.Group):
            walk(node, here, seen, into)
        elif isinstance(node, h5py.Dataset):
            into[here] = dataset(node)


def opened(file_name):
    try:
        return h5py.File(file_name, "r")
    except OSError:  # still being written
        return h5py.File(file_name, "r", swmr=True)


truth = {}
for file_name in sys.argv[2:]:
    with opened(file_name) as f:
        found = truth[os.path.basename(file_name)] = {}
        attributes(f, "/", found)
        walk(f, "", [f.id], found)
with open(sys.argv[1], "w", encoding="utf8") as out:
    json.dump(truth, out)
