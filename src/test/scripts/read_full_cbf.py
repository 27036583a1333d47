#!/usr/bin/python3
"""What dxtbx and CBFlib make of a full CBF, as JSON in the shape of an oracle: read_full_cbf.py FILE.cbf

Needs Debian's python3-dials and python3-pycbf. Pixels are told by the SHA-256 of their values as int32, lowest byte first.
"""
import hashlib
import json
import sys
import warnings

warnings.simplefilter("ignore")

import dxtbx  # noqa: E402
import numpy as np  # noqa: E402
import pycbf  # noqa: E402


def digest(values):
    return hashlib.sha256(np.ascontiguousarray(values, dtype="<i4").tobytes()).hexdigest()


def panel(its):
    fast, slow = its.get_image_size()
    origin = np.array(its.get_origin())
    along = np.array(its.get_fast_axis()) * its.get_pixel_size()[0]
    across = np.array(its.get_slow_axis()) * its.get_pixel_size()[1]
    corners = [(0, 0), (fast, 0), (0, slow), (fast, slow), (fast / 2, slow / 2)]
    return dict(
        name=its.get_name(),
        image_size_fast_slow=[fast, slow],
        fast=list(its.get_fast_axis()),
        trusted_range=list(its.get_trusted_range()),
        pixel_corner_to_lab=[dict(px=[f, s], lab=list(origin + f * along + s * across)) for f, s in corners],
    )


def of_cbflib(file):
    handle = pycbf.cbf_handle_struct()
    handle.read_widefile(file.encode(), pycbf.MSG_DIGEST)
    handle.find_category(b"array_data")
    handle.find_column(b"data")
    sums = []
    for row in range(handle.count_rows()):
        handle.select_row(row)
        sums.append(digest(np.frombuffer(handle.get_integerarray_as_string(), dtype="<i4")))
    return sums


def main(file):
    image = dxtbx.load(file)
    beam, goniometer, scan = image.get_beam(), image.get_goniometer(), image.get_scan()
    raw = image.get_raw_data()
    told = dict(
        format=type(image).__name__,
        beam=dict(wavelength=beam.get_wavelength(), direction=list(beam.get_sample_to_source_direction())),
        derived=dict(panels=[panel(p) for p in image.get_detector()]),
        pixels=[digest(a.as_numpy_array()) for a in (raw if isinstance(raw, tuple) else (raw,))],
        pixels_cbflib=of_cbflib(file),
    )
    if hasattr(goniometer, "get_names"):
        told["goniometer"] = dict(
            names=list(goniometer.get_names()),
            axes=[list(a) for a in goniometer.get_axes()],
            angles=list(goniometer.get_angles()),
            scan_axis=goniometer.get_scan_axis(),
        )
    if scan:
        told["scan"] = dict(image_range=list(scan.get_image_range()), oscillation=list(scan.get_oscillation()))
        told["exposure"] = list(scan.get_exposure_times())
        told["epoch"] = list(scan.get_epochs())
    json.dump(told, sys.stdout, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
