#!/usr/bin/env python3
"""Makes the small TIFF series of the tests, one folder each, and the inputs that fuzzing of TIFF begins with.

Run it in this folder; needs Python 3 alone. The directories are whole, of the pixels there is one byte, or 20 000 where the
directory is to lie behind them. Numbers differ from one another so that a swap shows; the headers of PILATUS are those of
../cbf/make_fixtures.py, so that both formats must give the same geometry.
"""

import gzip
import os
import struct

BYTE, ASCII, SHORT, LONG, RATIONAL, LONG8 = 1, 2, 3, 4, 5, 16
WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, DESCRIPTION, MODEL = 256, 257, 258, 259, 262, 270, 272
STRIP, ORIENTATION, SAMPLES, ROWS, STRIP_BYTES, X_RESOLUTION, Y_RESOLUTION = 273, 274, 277, 278, 279, 282, 283
UNIT, FORMAT = 296, 339

SENSOR = """# Pixel_size 172e-6 m x 171e-6 m
# Silicon sensor, thickness 0.000450 m
# Exposure_time 0.0390500 s
# Exposure_period 0.0400000 s
# Tau = 0 s
# Count_cutoff 1048500 counts
# Threshold_setting: 6350 eV
# Gain_setting: autog (vrf = 1.000)
# Flat_field: (nil)
"""
EXPERIMENT = """# Wavelength 0.976223 A
# Energy_range (0, 0) eV
# Detector_distance 0.18244 m
# Beam_xy (737.50, 840.25) pixels
# Flux 0
# Start_angle {angle:.4f} deg.
# Angle_increment 0.2000 deg.
# Detector_2theta 0.0000 deg.
# Kappa 0.0000 deg.
# Omega {angle:.4f} deg.
# Omega_increment 0.2000 deg.
# Oscillation_axis X.CW
"""


class Tiff:
    """A TIFF: order is < or >, big a BigTIFF."""

    def __init__(self, order="<", big=False):
        self.order, self.big = order, big
        self.word, self.size = ("Q", 8) if big else ("I", 4)
        mark = b"II" if order == "<" else b"MM"
        self.bytes = bytearray(mark + struct.pack(order + "HHHQ" if big else order + "HI", *((43, 8, 0, 0) if big else (42, 0))))
        self.link = 8 if big else 4

    def _set(self, at, value):
        self.bytes[at:at + self.size] = struct.pack(self.order + self.word, value)

    def pixels(self, count):
        place = len(self.bytes)
        self.bytes += bytes(count)
        return place

    def directory(self, tags, number=None):
        """Appends a directory and links it to the one before. tags: (tag, type, values)"""
        place = len(self.bytes)
        self._set(self.link, place)
        entries, behind = bytearray(), bytearray()
        count = struct.pack(self.order + ("Q" if self.big else "H"), number or len(tags))
        base = place + len(count) + len(tags) * (4 + 2 * self.size) + self.size
        for tag, kind, values in sorted(tags):
            if kind == ASCII:
                value, number = values.encode() + b"\0", len(values) + 1
            else:
                value = b"".join(struct.pack(self.order + {BYTE: "B", SHORT: "H", LONG: "I", LONG8: "Q", RATIONAL: "I"}[kind], v)
                                 for v in values)
                number = len(values) // (2 if kind == RATIONAL else 1)
            entries += struct.pack(self.order + "HH" + self.word, tag, kind, number)
            if len(value) <= self.size:
                entries += value.ljust(self.size, b"\0")
            else:
                entries += struct.pack(self.order + self.word, base + len(behind))
                behind += value + b"\0" * (len(value) % 2)
        self.bytes += count + entries + struct.pack(self.order + self.word, 0) + behind
        self.link = base - self.size
        return place


def image(width, height, bits=32, sign=False, strip=8, more=()):
    return [(WIDTH, LONG, [width]), (HEIGHT, LONG, [height]), (BITS, SHORT, [bits]), (COMPRESSION, SHORT, [1]),
            (PHOTOMETRIC, SHORT, [1]), (STRIP, LONG, [strip]), (SAMPLES, SHORT, [1]), (ROWS, LONG, [height]),
            (STRIP_BYTES, LONG, [width * height * bits // 8]), (FORMAT, SHORT, [2 if sign else 1])] + list(more)


def write(folder, name, content):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as out:
        out.write(content)


def pilatus(description, **other):
    tiff = Tiff(**other)
    tiff.directory(image(1475, 1679, sign=True, strip=4096, more=[
        (MODEL, ASCII, "PILATUS3 2M, S/N 24-0118, Demonstration"), (DESCRIPTION, ASCII, description)]))
    return bytes(tiff.bytes) + b"\0"


def camera(resolution=(581395, 10000), unit=3, orientation=1, bits=16, width=1475):
    """Big endian, the directory behind the pixels, as libtiff writes."""
    tiff = Tiff(">")
    strip = tiff.pixels(20000)
    tiff.directory(image(width, 1679, bits, strip=strip, more=[
        (X_RESOLUTION, RATIONAL, resolution), (Y_RESOLUTION, RATIONAL, resolution), (UNIT, SHORT, [unit]),
        (ORIENTATION, SHORT, [orientation])]))
    return bytes(tiff.bytes)


def stack(count, big=True):
    tiff = Tiff(big=big)
    for number in range(count):
        tiff.directory(image(1030, 514, 32, strip=tiff.pixels(1)))
    return bytes(tiff.bytes)


def series():
    for i in range(6):
        date = "# 2024-05-03T17:59:%06.3f\r\n" % ((5 + i) * 0.04)
        full = date + (SENSOR + EXPERIMENT.format(angle=30 + 0.2 * i)).replace("\n", "\r\n")
        name = "x_1_%05d.tif" % (5 + i)
        write("pilatus", name, pilatus(full))
        write("pilatus_packed", name + ".gz", gzip.compress(pilatus(full, order=">"), mtime=0))
        if i < 3:
            write("pilatus_no_geometry", name, pilatus(date + SENSOR.replace("\n", "\r\n")))
            write("camera", "frame_%d.tif" % (9 + i), camera())
    write("stack", "jungfrau.tif", stack(5))
    marccd = Tiff()
    marccd.directory(image(3072, 3072, 16, strip=4096))
    marccd.bytes += bytes(1028 - len(marccd.bytes)) + b"MMX\0"
    write("rayonix", "x_001.mccd", bytes(marccd.bytes))


def fuzz():
    """What trips readers: circles, places behind the end, counts without end."""
    folder = "../fuzz/tiff"
    write(folder, "pilatus.tif", pilatus(SENSOR + EXPERIMENT.format(angle=30)))
    write(folder, "pilatus_big_endian_bigtiff.tif", pilatus(SENSOR, order=">", big=True))
    write(folder, "behind_the_pixels.tif", camera())
    write(folder, "stack_classic.tif", stack(4, big=False))
    write(folder, "stack_big.tif", stack(4))
    for big in (False, True):
        kind = "big" if big else "classic"
        circle = Tiff(big=big)
        first = circle.directory(image(12, 34))
        circle.directory(image(12, 34))
        circle._set(circle.link, first)
        write(folder, "circle_%s.tif" % kind, bytes(circle.bytes))
        itself = Tiff(big=big)
        itself._set(itself.link, itself.link)
        write(folder, "directory_in_the_header_%s.tif" % kind, bytes(itself.bytes) + bytes(16))
        beyond = Tiff(big=big)
        beyond._set(beyond.link, 2 ** 63 + 8 if big else 2 ** 32 - 1)
        write(folder, "beyond_the_end_%s.tif" % kind, bytes(beyond.bytes))
        if big:
            beyond._set(beyond.link, 2 ** 63 - 5)
            write(folder, "at_the_last_number.tif", bytes(beyond.bytes))
        next_beyond = Tiff(big=big)
        next_beyond.directory(image(12, 34))
        next_beyond._set(next_beyond.link, 2 ** 62 if big else 2 ** 32 - 2)
        write(folder, "next_beyond_the_end_%s.tif" % kind, bytes(next_beyond.bytes))
        many = Tiff(big=big)
        many.directory(image(12, 34), number=2 ** 64 - 1 if big else 2 ** 16 - 1)
        write(folder, "entries_without_end_%s.tif" % kind, bytes(many.bytes))
        text = Tiff(big=big)
        tags = image(12, 34)
        text.directory(tags + [(DESCRIPTION, ASCII, "# Pixel_size 172e-6 m x 172e-6 m")])
        at = text.bytes.index(struct.pack("<HH", DESCRIPTION, ASCII)) + 4
        text.bytes[at:at + 4] = b"\xff\xff\xff\xff"
        write(folder, "text_without_end_%s.tif" % kind, bytes(text.bytes))


series()
fuzz()
