#!/usr/bin/python3
"""Makes the small miniCBF series of the golden tests, one folder each. The headers are whole, the pixels one byte.

Run it in this folder; needs Python 3 alone. Numbers differ from one another so that a swap shows: 1475 x 1679 pixels of
0.172 x 0.171 mm, beam at pixel 737.50, 840.25, distance 182.44 mm, wavelength 0.976223 A, frames of 0.2 degrees.
"""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile

FRAME = """###CBF: VERSION 1.5, CBFlib v0.7.8 - PILATUS detectors

data_{name}

_array_data.header_convention "PILATUS_1.2"
_array_data.header_contents
;
# Detector: {detector}
# {date}
# Pixel_size 172e-6 m x {slow_pixel}e-6 m
# Silicon sensor, thickness 0.000450 m
# Exposure_time 0.0390500 s
# Exposure_period 0.0400000 s
# Tau = 0 s
{cutoff}# Threshold_setting: 6350 eV
# Gain_setting: autog (vrf = 1.000)
# Flat_field: (nil)
# Wavelength 0.976223 A
# Energy_range (0, 0) eV
# Detector_distance {distance:.5f} m
# Beam_xy ({beam}) pixels
# Flux 0
# Start_angle {angle:.4f} deg.
# Angle_increment {step:.4f} deg.
# Detector_2theta {two_theta:.4f} deg.
# Kappa {kappa:.4f} deg.
# {spindle} {angle:.4f} deg.
# {spindle}_increment {step:.4f} deg.
# Oscillation_axis {axis}
;

_array_data.data
;
--CIF-BINARY-FORMAT-SECTION--
Content-Type: application/octet-stream;
     conversions="x-CBF_BYTE_OFFSET"
Content-Transfer-Encoding: BINARY
X-Binary-Size: 1
X-Binary-ID: 1
X-Binary-Element-Type: "signed 32-bit integer"
X-Binary-Element-Byte-Order: LITTLE_ENDIAN
X-Binary-Number-of-Elements: {pixels}
X-Binary-Size-Fastest-Dimension: {fast}
X-Binary-Size-Second-Dimension: {slow}
X-Binary-Size-Padding: 0

"""
USUAL = dict(
    fast=1475,
    slow=1679,
    slow_pixel=171,
    beam="737.50, 840.25",
    detector="PILATUS3 2M, S/N 24-0118, Demonstration",
    cutoff="# Count_cutoff 1048500 counts\n",
    distance=0.18244,
    step=0.2,
    two_theta=0.0,
    kappa=0.0,
    spindle="Omega",
    axis="X.CW",
)


def frame(folder, number, angle, packed=False, **other):
    os.makedirs(folder, exist_ok=True)
    name = "x_1_%05d" % number
    values = {**USUAL, **other, "name": name, "angle": angle, "date": "2024-05-03T17:59:%06.3f" % (number * 0.04)}
    values["pixels"] = values["fast"] * values["slow"]
    content = FRAME.format_map(values).replace("\n", "\r\n").encode() + b"\x0c\x1a\x04\xd5\0"
    content += b"\r\n--CIF-BINARY-FORMAT-SECTION----\r\n;\r\n"
    if packed:
        content = gzip.compress(content, mtime=0)
    with open(os.path.join(folder, name + (".cbf.gz" if packed else ".cbf")), "wb") as f:
        f.write(content)


for i in range(6):
    frame("series", 5 + i, 30 + 0.2 * i)
    frame("packed", 5 + i, 30 + 0.2 * i, packed=True)
    frame("swung_and_reversed", 5 + i, 30 - 0.2 * i, two_theta=20.0, step=-0.2)
    frame("still", 5 + i, 89.9997, step=0.0, cutoff="")
    frame("phi_on_kappa", 5 + i, 30 + 0.2 * i, kappa=-24.5, spindle="Phi", axis="PHI")
    frame("no_distance", 5 + i, 30 + 0.2 * i, distance=0.0)
    if i not in (2, 3):
        frame("gap", 5 + i, 30 + 0.2 * i)
    frame("two_wedges", 5 + i, (30 if i < 3 else 210) + 0.2 * i)
    frame("twice", 5 + i, 30 + 0.2 * i)
    frame("twice", 5 + i, 30 + 0.2 * i, packed=True)
    frame("half_packed", 5 + i, 30 + 0.2 * i, packed=i > 3)
    frame("two_distances", 5 + i, 30 + 0.2 * i, distance=0.18244 if i < 3 else 0.2505)
# A PILATUS 12M that stands at Diamond I23, whose rows are known, and one that nobody knows. Real sizes: 24 rows of 195 and 17 between.
CYLINDER = dict(fast=2463, slow=5071, slow_pixel=172, beam="1073.50, 2590.25", distance=0.0, kappa=20.0)
frame("rows_on_a_cylinder", 5, 30, detector="PILATUS 12M, S/N 120-0100", **CYLINDER)
frame("unknown_cylinder", 5, 30, detector="PILATUS 12M, S/N 120-0999", **CYLINDER)


def archives():
    """The series in every kind of archive, below a folder, with a log that is no image; tar and txz have no word in imgCIF."""
    members = {"run/notes.txt": b"collected at night\n"}
    for name in sorted(os.listdir("series")):
        with open(os.path.join("series", name), "rb") as f:
            members["run/" + name] = f.read()
    os.makedirs("zip", exist_ok=True)
    with zipfile.ZipFile("zip/x.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as made:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    tar = packed.getvalue()
    for folder, name, content in (
        ("tgz", "x.tgz", gzip.compress(tar, mtime=0)), ("tbz", "x.tar.bz2", bz2.compress(tar)), ("tar", "x.tar", tar),
        ("txz", "x.tar.xz", lzma.compress(tar)),
    ):
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "wb") as f:
            f.write(content)


archives()
