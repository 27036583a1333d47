#!/usr/bin/python3
"""Makes the data sets whose conversion benchmarks.py measures, one folder each; one that is there is left alone.

usage: benchmark_datasets.py FOLDER            needs h5py and numpy, and 0.9 GB of disk

They are the fixtures of the golden tests, as large as real ones. HDF5 images are stored, compressed, in their data files and are
all alike; those of SMV and TIFF take no room on the disk. No conversion reads a pixel.
"""

import importlib.util
import os
import pathlib
import shutil
import sys
import zlib

import h5py
import numpy as np

FIXTURES = pathlib.Path(__file__).resolve().parents[1] / "resources"
PIXELS_OF_A_CBF = 100_000

spec = importlib.util.spec_from_file_location("make_fixtures", FIXTURES / "nxmx" / "make_fixtures.py")
nxmx = importlib.util.module_from_spec(spec)
spec.loader.exec_module(nxmx)


def linked_images(folder, f, frames, frames_of_a_file):
    """One link a data file, with a compressed image for each frame; the numbers of frames, a file each."""
    image = np.zeros((nxmx.SLOW, nxmx.FAST), "u2")
    image[:: 9, :: 7] = 3
    chunk = zlib.compress(image.tobytes(), 1)
    left = [min(frames_of_a_file, frames - first) for first in range(0, frames, frames_of_a_file)]
    for number, count in enumerate(left, 1):
        name = "x_data_%06d.h5" % number
        with h5py.File(os.path.join(folder, name), "w", libver="earliest") as data:
            images = data.create_dataset(
                "entry/data/data", (count, nxmx.SLOW, nxmx.FAST), "u2", chunks=(1, nxmx.SLOW, nxmx.FAST), compression="gzip")
            # Of many frames only the first of a file are stored: the others would be bytes that nobody looks at.
            for frame in range(count if frames <= 3600 else 1):
                images.id.write_direct_chunk((frame, 0, 0), chunk)
        f["entry/data/data_%06d" % number] = h5py.ExternalLink(name, "/entry/data/data")
    return left


def dectris(folder, frames):
    """As an EIGER writes it: a link a data file of 1000 images, an oblique translation."""
    with nxmx.master(folder, frames) as f:
        place = nxmx.CORNER + [0, 0, nxmx.DISTANCE]
        length = np.linalg.norm(place)
        translation = nxmx.DETECTOR + "/transformations/translation"
        nxmx.axis(
            f[nxmx.DETECTOR + "/transformations"], "translation", length / 1000, "m", "translation", place / length, ".")
        nxmx.directions(f, translation)
        nxmx.goniometer(f, values=nxmx.omegas(frames, 0.1).astype("f4" if frames <= 3600 else "f8"), step=0.1)
        linked_images(folder, f, frames, 1000)


def diamond(folder, frames):
    """As Diamond writes it: a virtual data set over the links."""
    with nxmx.master(folder, frames) as f:
        nxmx.flat_detector(f)
        nxmx.goniometer(f, values=nxmx.omegas(frames, 0.1), step=0.1)
        layout = h5py.VirtualLayout((frames, nxmx.SLOW, nxmx.FAST), "u2")
        first = 0
        for number, count in enumerate(linked_images(folder, f, frames, 1000), 1):
            layout[first:first + count] = h5py.VirtualSource(
                ".", "/entry/data/data_%06d" % number, shape=(count, nxmx.SLOW, nxmx.FAST))
            first += count
        f["entry/data"].create_virtual_dataset("data", layout)


def replaced(content, changes):
    for old, new in changes.items():
        if old.encode() not in content:
            raise SystemExit("the fixture says nothing of " + old)
        content = content.replace(old.encode(), new.encode())
    return content


def moment(number):
    return "17:%02d:%06.3f" % (number * 40 // 60_000, number * 40 % 60_000 / 1000)


def series(folder, frames, fixture, name, changes, length=None):
    """So many files like one that is a fixture, each with its own angle and time."""
    os.makedirs(folder)
    content = (FIXTURES / fixture).read_bytes()
    for number in range(1, frames + 1):
        with open(os.path.join(folder, name % number), "wb") as f:
            f.write(replaced(content, changes(number)))
            if length:
                f.truncate(length)


def minicbf(folder, frames):
    payload = "\x0c\x1a\x04\u00d5"
    series(folder, frames, "cbf/series/x_1_00005.cbf", "x_1_%05d.cbf", lambda number: {
        "x_1_00005": "x_1_%05d" % number,
        "17:59:00.200": moment(number),
        "30.0000": "%.4f" % (30 + 0.1 * number),
        "0.2000": "0.1000",
        "X-Binary-Size: 1\r": "X-Binary-Size: %d\r" % PIXELS_OF_A_CBF,
    })
    for name in os.listdir(folder):
        path = pathlib.Path(folder, name)
        head, mark, tail = path.read_bytes().partition(payload.encode("latin-1"))
        path.write_bytes(head + mark + bytes(PIXELS_OF_A_CBF) + tail[1:])


def fullcbf(folder, frames):
    series(folder, frames, "fullcbf/series/c_00001.cbf", "c_%05d.cbf", lambda number: {
        "series_1": "series_%d" % number,
        "30.0000": "%.4f" % (30 + 0.25 * (number - 1)),
    })


def smv(folder, frames):
    series(folder, frames, "smv/adsc/lyso_1_001.img", "lyso_1_%05d.img", lambda number: {
        "14:01:13": "%02d:%02d:13" % (8 + number // 60, number % 60),
        "OSC_START=30.500": "OSC_START=%.3f" % (10.5 + 0.1 * (number - 1)),
        "OSC_RANGE=0.500": "OSC_RANGE=0.100",
    }, 512 + 2 * 3072 * 2048)


def tiff(folder, frames):
    """The texts keep their length, for what lies behind them is found by its place."""
    series(folder, frames, "tiff/pilatus/x_1_00005.tif", "x_1_%05d.tif", lambda number: {
        "17:59:00.200": moment(number),
        "30.0000": "%.4f" % (10 + 0.1 * number),
        "0.2000": "0.1000",
    }, 4096 + 4 * 1475 * 1679)


DATASETS = {
    "nxmx-eiger-3600": (dectris, 3600),
    "nxmx-eiger-100000": (dectris, 100_000),
    "nxmx-eiger-500000": (dectris, 500_000),
    "nxmx-virtual-3600": (diamond, 3600),
    "minicbf-3600": (minicbf, 3600),
    "fullcbf-720": (fullcbf, 720),
    "smv-720": (smv, 720),
    "tiff-720": (tiff, 720),
}


def main(home):
    for name, (make, frames) in DATASETS.items():
        folder = os.path.join(home, name)
        if not os.path.exists(folder):
            shutil.rmtree(folder + ".part", ignore_errors=True)
            make(folder + ".part", frames)
            os.rename(folder + ".part", folder)


if __name__ == "__main__":
    main(sys.argv[1])
