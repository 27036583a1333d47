#!/usr/bin/env python3
"""Makes the sample dataset that ships with the service: ten frames of an invented crystal on an invented beamline.

usage: make_sample.py [FOLDER]      default: ../resources/sample, beside this file

An NXmx master in the words of the definition (one detector, omega-kappa-phi goniometer, an in-plane offset of the module),
one data file and metadata.json. Needs h5py and numpy; the files are the same each time. Nothing in it is measured.
"""
import json
import pathlib
import sys

import h5py
import numpy as np

FRAMES, SLOW, FAST = 10, 256, 320
PIXEL_MM, DISTANCE_MM, BEAM = 0.075, 142.5, (158.25, 131.5)  # beam: fast, slow, in pixels
WAVELENGTH, START, STEP = 0.967697, 15.0, 0.2
PREFIX = "sample_1"


def text(value):
    return np.bytes_(value.encode())


def axis(group, name, value, units, kind, vector, depends_on, offset=None):
    node = group.create_dataset(name, data=value)
    node.attrs["units"] = text(units)
    node.attrs["transformation_type"] = text(kind)
    node.attrs["vector"] = np.array(vector, "f8")
    node.attrs["depends_on"] = text(depends_on)
    if offset is not None:
        node.attrs["offset"] = np.array(offset, "f8")
        node.attrs["offset_units"] = text("mm")
    return node


def group(parent, name, nexus_class):
    made = parent.create_group(name)
    made.attrs["NX_class"] = text(nexus_class)
    return made


def number(parent, name, value, units=None):
    node = parent.create_dataset(name, data=value)
    if units:
        node.attrs["units"] = text(units)


def frames():
    """A faint ring, a few spots that move with omega, the beam stop's shadow."""
    rng = np.random.default_rng(20240611)
    y, x = np.mgrid[0:SLOW, 0:FAST]
    radius = np.hypot(x + 0.5 - BEAM[0], y + 0.5 - BEAM[1])
    background = 0.02 + 0.25 * np.exp(-(((radius - 90) / 6) ** 2))
    for frame in range(FRAMES):
        image = rng.poisson(background).astype("u2")
        for spot in range(8):
            angle = 2 * np.pi * (spot / 8 + frame / 90)
            s, f = int(BEAM[1] + 70 * np.sin(angle)), int(BEAM[0] + 70 * np.cos(angle))
            image[s - 1:s + 2, f - 1:f + 2] += np.array([[20, 90, 20], [90, 600, 90], [20, 90, 20]], "u2")
        image[radius < 6] = 0
        yield image


def data_file(path):
    with h5py.File(path, "w", libver="earliest") as f:
        images = np.stack(list(frames()))
        f.require_group("entry/data").create_dataset(
            "data", data=images, chunks=(1, SLOW, FAST), compression="gzip", compression_opts=9, shuffle=True)


def master_file(path):
    omega = START + STEP * np.arange(FRAMES)
    with h5py.File(path, "w", libver="earliest") as f:
        entry = group(f, "entry", "NXentry")
        entry["definition"] = text("NXmx")
        entry["start_time"] = text("2024-06-11T08:11:12Z")
        entry["end_time"] = text("2024-06-11T08:11:13Z")
        data = group(entry, "data", "NXdata")
        data["data_000001"] = h5py.ExternalLink(PREFIX + "_data_000001.h5", "/entry/data/data")
        instrument = group(entry, "instrument", "NXinstrument")
        instrument["name"] = text("Demonstration beamline")
        beam = group(instrument, "beam", "NXbeam")
        number(beam, "incident_wavelength", WAVELENGTH, "angstrom")
        number(beam, "total_flux", 2.5e11, "Hz")
        source = group(entry, "source", "NXsource")
        source["name"] = text("Demonstration source")
        source["type"] = text("Synchrotron X-ray Source")
        source["probe"] = text("x-ray")
        detector = group(instrument, "detector", "NXdetector")
        detector["description"] = text("Invented pixel detector")
        detector["serial_number"] = text("DEMO-0001")
        detector["sensor_material"] = text("Si")
        number(detector, "sensor_thickness", 0.00045, "m")
        number(detector, "count_time", 0.0995, "s")
        number(detector, "frame_time", 0.1, "s")
        number(detector, "saturation_value", 60000)
        number(detector, "beam_center_x", BEAM[0], "pixel")
        number(detector, "beam_center_y", BEAM[1], "pixel")
        number(detector, "distance", DISTANCE_MM / 1000, "m")
        arm = group(detector, "transformations", "NXtransformations")
        axis(arm, "det_z", [DISTANCE_MM], "mm", "translation", [0, 0, 1], ".")
        detector["depends_on"] = text("/entry/instrument/detector/transformations/det_z")
        module = group(detector, "module", "NXdetector_module")
        module["data_origin"] = np.array([0, 0], "i4")
        module["data_size"] = np.array([SLOW, FAST], "i4")
        axis(module, "module_offset", 0.0, "mm", "translation", [1, 0, 0], arm.name + "/det_z",
             [round(BEAM[0] * PIXEL_MM, 9), round(BEAM[1] * PIXEL_MM, 9), 0])
        axis(module, "fast_pixel_direction", PIXEL_MM, "mm", "translation", [-1, 0, 0], module.name + "/module_offset")
        axis(module, "slow_pixel_direction", PIXEL_MM, "mm", "translation", [0, -1, 0], module.name + "/module_offset")
        sample = group(entry, "sample", "NXsample")
        sample["name"] = text("Demonstration crystal")
        sample["depends_on"] = text("/entry/sample/transformations/phi")
        goniometer = group(sample, "transformations", "NXtransformations")
        axis(goniometer, "omega", omega, "deg", "rotation", [-1, 0, 0], ".")
        goniometer["omega_end"] = omega + STEP
        goniometer["omega_increment_set"] = STEP
        axis(goniometer, "kappa", [0.0], "deg", "rotation", [-0.64279, 0, 0.76604], goniometer.name + "/omega")
        axis(goniometer, "phi", [30.0], "deg", "rotation", [-1, 0, 0], goniometer.name + "/kappa")


def main():
    default = pathlib.Path(__file__).resolve().parent.parent / "resources" / "sample"
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    data_file(folder / (PREFIX + "_data_000001.h5"))
    master_file(folder / (PREFIX + "_master.h5"))
    metadata = dict(Sample_name="Demonstration crystal", MX_exposureTime=0.0995, MX_transmission=100.0,
                    InstrumentSource_current=196.4, MX_beamShape="ELLIPTICAL", scanType="datacollection")
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n")


if __name__ == "__main__":
    main()
