#!/usr/bin/python3
"""Makes the data sets of several masters, and of scans and detectors that are not the usual ones. No pixels are stored.

Run it in this folder; needs h5py and numpy. The numbers are those of make_fixtures.py, from which the parts of a master come.
"""

import os
import zipfile

import h5py
import numpy as np

from make_fixtures import (
    CORNER, DETECTOR, DISTANCE, FAST, FAST_PIXEL, SLOW, SLOW_PIXEL,
    axis, data_file, directions, entry, field, flat_detector, goniometer, group, linked_images, master, omegas,
)


def numbered(folder, k, frames, fill, name=None):
    """Master number k of a folder, filled by `fill`, with one data file of its own."""
    os.makedirs(folder, exist_ok=True)
    with h5py.File(os.path.join(folder, name or "x_%d_master.h5" % k), "w", libver="latest") as f:
        entry(f, frames)
        fill(f)
        data = "x_%d_data_000001.h5" % k
        if not os.path.exists(os.path.join(folder, data)):
            data_file(os.path.join(folder, data), "data", frames)
        f["entry/data/data_000001"] = h5py.ExternalLink(data, "/data")


def sits_on(f, path):
    """The sample sits on another axis than was said before."""
    del f["entry/sample/depends_on"]
    field(f["entry/sample"], "depends_on", path)


def multi_wedge(folder):
    """One sweep in three masters; between them the shutter was closed while the axis went on."""
    for k, start in ((1, 30.0), (2, 35.0), (3, 47.5)):
        def fill(f):
            flat_detector(f)
            goniometer(f, values=omegas(4, start=start))
        numbered(folder, k, 4, fill)


def kappa_axes(f, kappa, phi, start):
    transformations = f["entry/sample/transformations"]
    here = transformations.name + "/"
    goniometer(f, values=omegas(4, start=start))
    axis(transformations, "kappa", [kappa], "deg", "rotation", [-0.913545, 0.0, 0.406737], here + "omega")
    axis(transformations, "phi", [phi], "deg", "rotation", [-1, 0, 0], here + "kappa")
    sits_on(f, here + "phi")


def kappa_settings(folder):
    """One crystal in two settings of a mini-kappa."""
    for k, kappa, phi, start in ((1, 0.0, 0.0, 30.0), (2, 24.5, 110.25, 75.0)):
        def fill(f):
            flat_detector(f)
            kappa_axes(f, kappa, phi, start)
        numbered(folder, k, 4, fill)


def characterisation(folder):
    """Four images 90 degrees apart, a master each."""
    for k in (1, 2, 3, 4):
        def fill(f):
            flat_detector(f)
            goniometer(f, values=[10.0 + 90.0 * (k - 1)], step=0.5)
        numbered(folder, k, 1, fill)


def placed(f, distance, two_theta):
    arm = DETECTOR + "/transformations/two_theta"
    axis(f[DETECTOR + "/transformations"], "two_theta", [two_theta], "deg", "rotation", [-1, 0, 0], ".")
    flat_detector(f, arm)
    f[DETECTOR + "/transformations/det_z"][...] = [distance]
    f[DETECTOR + "/distance"][...] = distance / 1000


def detector_settings(folder):
    """A scan of low resolution, one nearer by, and one with the detector swung up."""
    for k, distance, angle in ((1, 350.5, 0.0), (2, DISTANCE, 0.0), (3, DISTANCE, 20.0)):
        def fill(f):
            placed(f, distance, angle)
            goniometer(f, values=omegas(4, start=30.0 * k))
        numbered(folder, k, 4, fill)


def wavelengths(folder):
    """A scan at the peak of selenium and one far from it."""
    for k, wavelength in ((1, 0.979123), (2, 0.919876)):
        def fill(f):
            flat_detector(f)
            goniometer(f, values=omegas(4))
            f["entry/instrument/beam/incident_wavelength"][...] = wavelength
        numbered(folder, k, 4, fill)


def two_descriptions(folder):
    """One scan: the master of the detector, which knows no phi, and the file that the beamline wrote of it."""
    def of_detector(f):
        flat_detector(f)
        goniometer(f, values=omegas(4))

    def of_beamline(f):
        flat_detector(f)
        kappa_axes(f, 24.5, 110.25, 30.0)
    numbered(folder, 1, 4, of_detector)
    numbered(folder, 1, 4, of_beamline, "x_1.nxs")


def eiger(folder, k, frames, start):
    """A master as FileWriter 1 wrote it: angles without axes, no definition."""
    os.makedirs(folder, exist_ok=True)
    with h5py.File(os.path.join(folder, "x_%d_master.h5" % k), "w", libver="latest") as f:
        detector = group(group(group(f, "entry", "NXentry"), "instrument", "NXinstrument"), "detector", "NXdetector")
        field(detector, "description", "Dectris Eiger 6M")
        field(detector, "detector_number", "E-99-0123")
        for name, value, unit in (
            ("x_pixel_size", FAST_PIXEL / 1000, "m"), ("y_pixel_size", SLOW_PIXEL / 1000, "m"),
            ("beam_center_x", 1217.5, "pixel"), ("beam_center_y", 1260.25, "pixel"),
            ("detector_distance", DISTANCE / 1000, "m"), ("count_time", 0.0199, "s"),
            ("sensor_thickness", 0.00045, "m"), ("saturation_value", 46051, None),
        ):
            field(detector, name, value, unit)
        field(detector, "sensor_material", "Si")
        field(group(f["entry/instrument"], "beam", "NXbeam"), "incident_wavelength", 0.976223, "angstrom")
        specific = group(detector, "detectorSpecific", "NXcollection")
        field(specific, "nimages", frames)
        field(specific, "eiger_fw_version", "1.8.0")
        field(specific, "x_pixels_in_detector", FAST)
        field(specific, "y_pixels_in_detector", SLOW)
        sample = group(f["entry"], "sample", "NXsample")
        angles = group(sample, "goniometer", "NXcollection")
        field(angles, "omega", omegas(frames, start=start), "degree")
        field(angles, "omega_range_average", 0.2, "degree")
        data = "x_%d_data_000001.h5" % k
        if not os.path.exists(os.path.join(folder, data)):
            data_file(os.path.join(folder, data), "entry/data/data", frames)
        group(f["entry"], "data", "NXdata")["data_000001"] = h5py.ExternalLink(data, "/entry/data/data")


def eiger_swung(folder):
    """The directions of the pixels are swung by 20 degrees; where the detector stands was never set."""
    eiger(folder, 1, 4, 30.0)
    swung = np.radians(20)
    with h5py.File(os.path.join(folder, "x_1_master.h5"), "r+") as f:
        geometry = group(f["entry/instrument/detector"], "geometry", "NXgeometry")
        orientation = group(geometry, "orientation", "NXorientation")
        field(orientation, "value", [-1, 0, 0, 0, -np.cos(swung), np.sin(swung)])
        field(group(geometry, "translation", "NXtranslation"), "distances", [0.0, 0.0, 0.0], "m")


def eiger_and_nxmx(folder):
    """One scan: the master of an EIGER before NXmx, and the NXmx file that a beamline wrote of it."""
    eiger(folder, 1, 4, 30.0)
    with h5py.File(os.path.join(folder, "x_1.nxs"), "w", libver="latest") as f:
        entry(f, 4)
        flat_detector(f)
        goniometer(f, values=omegas(4))
        f["entry/data/data_000001"] = h5py.ExternalLink("x_1_data_000001.h5", "/entry/data/data")


def eiger_beside_nxmx(folder):
    """Two scans: of the second only the master of the detector is there."""
    eiger_and_nxmx(folder)
    eiger(folder, 2, 4, 60.0)


def helical(folder):
    """The sample moves along the axis while it turns."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        transformations = f["entry/sample/transformations"]
        here = transformations.name + "/"
        axis(transformations, "sam_x", 12.5 + 1.25 * np.arange(12), "um", "translation", [1, 0, 0], here + "omega")
        axis(transformations, "sam_y", [40.0], "um", "translation", [0, 1, 0], here + "sam_x")
        sits_on(f, here + "sam_y")
        linked_images(folder, f, [12])


def trembling_stage(folder):
    """A rotation while the stage of the sample, held still, is read back with noise, and the detector moves away."""
    with master(folder) as f:
        flat_detector(f)
        del f[DETECTOR + "/transformations/det_z"]
        axis(f[DETECTOR + "/transformations"], "det_z", DISTANCE + 0.5 * np.arange(12), "mm", "translation", [0, 0, 1], ".")
        goniometer(f)
        transformations = f["entry/sample/transformations"]
        here = transformations.name + "/"
        noise = np.tile([0.0, 0.4, -0.3], 4)
        axis(transformations, "sam_x", 12.5 + noise, "um", "translation", [1, 0, 0], here + "omega")
        axis(transformations, "sam_y", 40.0 + noise[::-1], "um", "translation", [0, 1, 0], here + "sam_x")
        sits_on(f, here + "sam_y")
        linked_images(folder, f, [12])


def raster(folder):
    """A grid of four columns and three lines, each line driven the other way; every image turns by 0.2 degrees."""
    with master(folder) as f:
        flat_detector(f)
        transformations = f["entry/sample/transformations"]
        here = transformations.name + "/"
        columns = np.array([0.0, 20.0, 40.0, 60.0])
        goniometer(f, values=np.tile(omegas(4), 3))
        axis(transformations, "sam_x", np.concatenate([columns, columns[::-1], columns]), "um", "translation",
             [1, 0, 0], here + "omega")
        axis(transformations, "sam_y", np.repeat([0.0, 15.0, 30.0], 4), "um", "translation", [0, 1, 0], here + "sam_x")
        sits_on(f, here + "sam_y")
        linked_images(folder, f, [12])


def triggers(folder):
    """Three triggers of four images each: 90 degrees between the triggers, a data file each."""
    with master(folder, 4) as f:
        flat_detector(f)
        goniometer(f, values=np.concatenate([omegas(4, start=start) for start in (30.0, 120.0, 210.0)]))
        field(f[DETECTOR + "/detectorSpecific"], "ntrigger", 3)
        linked_images(folder, f, [4, 4, 4])


def single_triggers(folder):
    """Four triggers of one image each, 90 degrees apart."""
    with master(folder, 1) as f:
        flat_detector(f)
        goniometer(f, values=10.0 + 90.0 * np.arange(4), step=0.5)
        field(f[DETECTOR + "/detectorSpecific"], "ntrigger", 4)
        linked_images(folder, f, [4])


def interleaved(folder):
    """Jungfraujoch: the frames of one scan are dealt out to three files in turn."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        layout = h5py.VirtualLayout((12, SLOW, FAST), "i2")
        for i in range(3):
            name = "x_data_%03d.h5" % i
            data_file(os.path.join(folder, name), "entry/data/data", 4)
            layout[i::3] = h5py.VirtualSource(name, "/entry/data/data", shape=(4, SLOW, FAST))
        f["entry/data"].create_virtual_dataset("data", layout, fillvalue=-32768)


def half_panels(f, shape_of_origin, gap=0.0):
    """Two modules of half the rows each; the second lies `gap` mm further down than the grid of pixels has it."""
    del f[DETECTOR + "/module"]
    flat = DETECTOR + "/transformations/det_z"
    axis(f[DETECTOR + "/transformations"], "det_z", [DISTANCE], "mm", "translation", [0, 0, 1], ".")
    half = SLOW // 2
    for i in range(2):
        module = group(f[DETECTOR], "module_%d" % (i + 1), "NXdetector_module")
        field(module, "data_origin", shape_of_origin(i, half))
        field(module, "data_size", [1, half, FAST] if len(shape_of_origin(i, half)) == 3 else [half, FAST])
        place = CORNER - [0, i * (half * SLOW_PIXEL + gap), 0]
        axis(module, "module_offset", 0.0, "mm", "translation", [1, 0, 0], flat, place)
        for name, size, vector in (("fast", FAST_PIXEL, (-1, 0, 0)), ("slow", SLOW_PIXEL, (0, -1, 0))):
            axis(module, name + "_pixel_direction", size, "mm", "translation", vector, module.name + "/module_offset")


def common_grid(folder):
    """Two modules that lie as the pixels of the stored image do."""
    with master(folder) as f:
        half_panels(f, lambda i, half: [i * half, 0])
        goniometer(f)
        half = SLOW // 2
        with h5py.File(os.path.join(folder, "x_000001.h5"), "w", libver="latest") as data:
            data.create_dataset("data", (12, 2 * half, FAST), "u2", chunks=(1, half, FAST))
        f["entry/data/data_000001"] = h5py.ExternalLink("x_000001.h5", "/data")


def shots_of_modules(folder):
    """Stills of a free-electron laser: (shot, module, slow, fast), a wavelength for each shot, no goniometer."""
    with master(folder) as f:
        half_panels(f, lambda i, half: [i, 0, 0], gap=6.5)
        field(f["entry/sample"], "depends_on", ".")
        wavelength = 1.032 + 0.0001 * np.arange(6)
        del f["entry/instrument/beam/incident_wavelength"]
        field(f["entry/instrument/beam"], "incident_wavelength", wavelength, "angstrom")
        f[DETECTOR + "/detectorSpecific/nimages"][...] = 6
        half = SLOW // 2
        with h5py.File(os.path.join(folder, "x_000001.h5"), "w", libver="latest") as data:
            data.create_dataset("data", (6, 2, half, FAST), "i4", chunks=(1, 1, half, FAST))
        f["entry/data"]["data"] = h5py.ExternalLink("x_000001.h5", "/data")


def stills(folder):
    """Stills on a goniometer that does not move."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, values=np.full(12, 30.0), step=0.0)
        linked_images(folder, f, [12])


def zipped(folder):
    """A master and its data file in an archive, as repositories offer them."""
    os.makedirs(folder, exist_ok=True)
    with zipfile.ZipFile(os.path.join(folder, "x.zip"), "w", zipfile.ZIP_DEFLATED) as made:
        for name in ("x_1_data_000001.h5", "x_1_master.h5"):
            with open(os.path.join("characterisation", name), "rb") as f:
                made.writestr(zipfile.ZipInfo(name), f.read(), zipfile.ZIP_DEFLATED)


def masters_and_cbf(folder):
    """A master, and a CBF series that may be the same images or not."""
    def fill(f):
        flat_detector(f)
        goniometer(f, values=omegas(4))
    numbered(folder, 1, 4, fill)
    for i in range(5, 9):
        name = "x_1_%05d.cbf" % i
        with open(os.path.join("..", "cbf", "series", name), "rb") as f:
            content = f.read()
        with open(os.path.join(folder, name), "wb") as f:
            f.write(content)


def parts(folder):
    """No master: an entry for each case of modules, beams and tables that contradict themselves, to be read one by one."""
    os.makedirs(folder, exist_ok=True)
    with h5py.File(os.path.join(folder, "parts.h5"), "w", libver="latest") as f:
        for name, size, origin in (
            ("whole", [SLOW, FAST], [0, 0]), ("swapped", [FAST, SLOW], [0, 0]), ("half", [1200, FAST], [1327, 0]),
            ("sticks_out", [1200, FAST], [1328, 0]), ("negative", [1200, FAST], [-1, 0]), ("empty", [0, FAST], [0, 0]),
            ("huge", [2.0 ** 40, 2.0 ** 40], [1, 1]), ("not_a_number", [np.nan, np.nan], [0, 0]),
            ("no_origin", [1200, FAST], None), ("nothing", None, None), ("layer", [1, 1200, FAST], [1, 1327, 0]),
        ):
            module = f.create_group("modules/" + name)
            if size is not None:
                field(module, "data_size", size)
            if origin is not None:
                field(module, "data_origin", origin)
        for name, wavelengths, weights in (
            ("one", 0.976223, None), ("alike", [1.25, 1.25, 1.25], None), ("shots", [1.25, 1.5, 1.75], None),
            ("spectrum", [1.25, 1.5, 1.75], [1.0, 2.0, 5.0]), ("no_weight", [1.25, 1.5, 1.75], [0.0, 0.0, 0.0]),
            ("spectra", [1.25, 1.5, 1.75], [[1.0, 2.0, 5.0], [5.0, 2.0, 1.0]]),
            ("weights_of_others", [1.25, 1.5, 1.75], [1.0, 2.0]), ("bad_weight", [1.25, 1.5, 1.75], [1.0, np.nan, 1.0]),
            ("not_a_number", np.nan, None), ("empty", np.zeros(0), None), ("second", [np.nan, 1.5], None),
        ):
            beam = f.create_group("beams/" + name + "/instrument/beam")
            field(beam, "incident_wavelength", wavelengths, "angstrom")
            if weights is not None:
                field(beam, "incident_wavelength_weights", weights)
        for name, value, unit in (
            ("volts", 200000.0, "V"), ("kilovolts", 200.0, "kV"), ("no_unit", 200.0, None), ("length", 200.0, "mm"),
            ("zero", 0.0, "kV"), ("not_a_number", np.nan, "kV"),
        ):
            source = f.create_group("electrons/" + name + "/source")
            field(source, "probe", "electron")
            field(source, "voltage", value, unit)
        for name, angles in (
            ("usual", {"omega": omegas(4), "phi": [110.25] * 4}), ("phi_turns", {"omega": [30.0] * 4, "phi": omegas(4)}),
            ("none", {}), ("empty", {"omega": np.zeros(0)}), ("not_a_number", {"omega": [30.0, np.nan, 30.4, 30.6]}),
            ("still", {"omega": [30.0] * 4, "kappa": [0.0] * 4}),
        ):
            goniometer_group = f.create_group("tables/" + name + "/goniometer")
            for axis_name, values in angles.items():
                field(goniometer_group, axis_name, values, "degree")


if __name__ == "__main__":
    for make in (
        multi_wedge, kappa_settings, characterisation, detector_settings, wavelengths, two_descriptions, eiger_swung, eiger_and_nxmx,
        eiger_beside_nxmx, helical, trembling_stage, raster, triggers, single_triggers, interleaved, common_grid, shots_of_modules, stills,
        zipped, masters_and_cbf, parts,
    ):
        make(make.__name__)
