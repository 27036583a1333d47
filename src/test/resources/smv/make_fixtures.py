#!/usr/bin/env python3
"""Makes SMV headers as ADSC detectors wrote them, without pixels: nothing here reads pixels.

Run in this folder; the folders it makes are committed. Sizes are not square and all numbers differ, so that a swap shows.
"""
import gzip
import io
import os
import tarfile

BASE = dict(
    DIM="2", BYTE_ORDER="little_endian", TYPE="unsigned_short", SIZE1="3072", SIZE2="2048", PIXEL_SIZE="0.10259",
    BIN="2x2", DETECTOR_SN="474", TIME="0.70", DISTANCE="289.25", AXIS="omega",
    PHI="30.500", OSC_RANGE="0.500", TWOTHETA="0.0", WAVELENGTH="0.97934", BEAM_CENTER_X="104.36",
    BEAM_CENTER_Y="157.28", CCD_IMAGE_SATURATION="65535")


def header(number, changes=(), start=30.5, step=0.5):
    date = "Thu Mar  5 14:%02d:13 2009" % number
    values = dict(BASE, DATE=date, OSC_START="%.3f" % (start + step * (number - 1)), OSC_RANGE="%.3f" % step, **dict(changes))
    text = "{\nHEADER_BYTES=  512;\n" + "".join("%s=%s;\n" % item for item in values.items() if item[1]) + "}\n"
    return text.encode().ljust(512 if len(text) <= 512 else 1024)


def write(folder, name, content):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as out:
        out.write(content)


DENZO = dict(DENZO_XBEAM="104.36", DENZO_YBEAM="157.28")


def main():
    for n in (1, 2, 3, 4, 7, 8):
        write("adsc", "lyso_1_%03d.img" % n, header(n, DENZO))
    for n in (5, 6, 7):
        write("ambiguous", "lyso_1_%03d.img" % n, header(n))
    for n in (1, 2):
        write("rigaku", "r%04d.img" % n, header(n, dict(DETECTOR_NAMES="CCD_")))
    os.makedirs("archive", exist_ok=True)
    with open("archive/lyso.tgz", "wb") as raw, gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as packed, \
            tarfile.open(mode="w", fileobj=packed) as tar:
        for n in (9, 10, 11):
            member = tarfile.TarInfo("run 1/lyso_1_%03d.img" % n)
            content = header(n, DENZO)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


main()
