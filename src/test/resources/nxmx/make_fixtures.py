#!/usr/bin/python3
"""Makes the small NXmx data sets of the golden tests, one folder each. No pixels are stored.

Run it in this folder; needs h5py and numpy. Numbers differ from one another so that a swap shows: 2463 x 2527 pixels of
0.172 x 0.171 mm, beam at pixel 1217.5, 1260.25, wavelength 0.976223 A, 12 images of 0.2 degrees from 30 degrees on.
"""

import os

import h5py
import numpy as np

FAST, SLOW = 2463, 2527
FAST_PIXEL, SLOW_PIXEL = 0.172, 0.171
BEAM = (1217.5, 1260.25)
DISTANCE = 182.4375
CORNER = np.array([BEAM[0] * FAST_PIXEL, BEAM[1] * SLOW_PIXEL, 0.0])
DETECTOR = "/entry/instrument/detector"
OMEGA = "/entry/sample/transformations/omega"


def group(parent, name, nexus_class):
    made = parent.create_group(name)
    made.attrs["NX_class"] = np.bytes_(nexus_class)
    return made


def field(parent, name, value, units=None):
    made = parent.create_dataset(name, data=np.bytes_(value) if isinstance(value, str) else value)
    if units:
        made.attrs["units"] = np.bytes_(units)
    return made


def axis(parent, name, value, units, kind, vector, depends_on, offset=None):
    made = field(parent, name, value, units)
    made.attrs["transformation_type"] = np.bytes_(kind)
    made.attrs["vector"] = np.array(vector, "f8")
    made.attrs["depends_on"] = np.bytes_(depends_on)
    if offset is not None:
        made.attrs["offset"] = np.array(offset, "f8")
    return made


def data_file(path, inside, frames, numbers="u2"):
    with h5py.File(path, "w", libver="latest") as f:
        f.create_dataset(inside, (frames, SLOW, FAST), numbers, chunks=(1, SLOW, FAST))


def entry(f, frames):
    made = group(f, "entry", "NXentry")
    field(made, "definition", "NXmx")
    field(made, "start_time", "2025-03-25T17:59:43+01:00")
    sample = group(made, "sample", "NXsample")
    field(sample, "name", "Lyso-crystal05")
    group(sample, "transformations", "NXtransformations")
    instrument = group(made, "instrument", "NXinstrument")
    field(group(instrument, "beam", "NXbeam"), "incident_wavelength", 0.976223, "angstrom")
    detector = group(instrument, "detector", "NXdetector")
    field(detector, "description", "Eiger 6M")
    field(detector, "sensor_material", "Si")
    field(detector, "sensor_thickness", 0.00045, "m")
    field(detector, "count_time", 0.0199, "s")
    field(detector, "saturation_value", 46051)
    field(detector, "beam_center_x", BEAM[0], "pixel")
    field(detector, "beam_center_y", BEAM[1], "pixel")
    field(detector, "distance", DISTANCE / 1000, "m")
    field(group(detector, "detectorSpecific", "NXcollection"), "nimages", frames)
    group(detector, "transformations", "NXtransformations")
    module = group(detector, "module", "NXdetector_module")
    field(module, "data_origin", [0, 0])
    field(module, "data_size", [SLOW, FAST])
    group(made, "data", "NXdata")
    return made


def omegas(frames, step=0.2, start=30.0):
    return start + step * np.arange(frames)


def goniometer(f, vector=(-1, 0, 0), values=None, frames=12, step=0.2):
    transformations = f["entry/sample/transformations"]
    values = omegas(frames, step) if values is None else np.asarray(values)
    axis(transformations, "omega", values, "deg", "rotation", vector, ".")
    field(transformations, "omega_end", values + step, "deg")
    field(transformations, "omega_increment_set", abs(step), "deg")
    field(f["entry/sample"], "depends_on", OMEGA)


def directions(f, carrier, fast=(-1, 0, 0), slow=(0, -1, 0), slow_carrier=None):
    module = f[DETECTOR + "/module"]
    axis(module, "fast_pixel_direction", FAST_PIXEL, "mm", "translation", fast, carrier)
    axis(module, "slow_pixel_direction", 0.000171, "m", "translation", slow, slow_carrier or carrier)


def flat_detector(f, base=".", corner=CORNER):
    """The distance, and the place of the first pixel on it, as Diamond writes them."""
    distance = DETECTOR + "/transformations/det_z"
    axis(f[DETECTOR + "/transformations"], "det_z", [DISTANCE], "mm", "translation", [0, 0, 1], base)
    axis(f[DETECTOR + "/module"], "module_offset", 0.0, "mm", "translation", [1, 0, 0], distance, corner)
    directions(f, DETECTOR + "/module/module_offset")


def linked_images(folder, f, files, written=None):
    """One link a data file; only the files in `written` are there."""

    for i, frames in enumerate(files, 1):
        name = "x_%06d.h5" % i
        if written is None or i in written:
            data_file(os.path.join(folder, name), "data", frames)
        f["entry/data/data_%06d" % i] = h5py.ExternalLink(name, "/data")


def master(folder, frames=12):
    os.makedirs(folder, exist_ok=True)
    f = h5py.File(os.path.join(folder, "x_master.h5"), "w", libver="latest")
    entry(f, frames)
    return f


def dectris_legacy(folder, values=omegas(12).astype("f4"), tables=None):
    """One oblique translation in metres, angles of 32 bits, a link a data file."""
    with master(folder) as f:
        place = CORNER + [0, 0, DISTANCE]
        length = np.linalg.norm(place)
        translation = DETECTOR + "/transformations/translation"
        axis(f[DETECTOR + "/transformations"], "translation", length / 1000, "m", "translation", place / length, ".")
        directions(f, translation)
        goniometer(f, values=values, step=0.2 if np.ptp(values) else 0.0)
        beside = group(f["entry/sample"], "goniometer", "NXgoniometer") if tables else None
        for name, angles in (tables or {}).items():
            field(beside, name, angles, "degree")
        linked_images(folder, f, [5, 7])


def dectris_phi_scan(folder):
    """The chain of the sample has omega alone, which stands still; the tables beside it say that phi turns."""
    dectris_legacy(folder, np.full(12, 90.0), {"omega": np.full(12, 90.0), "phi": omegas(12), "kappa": np.zeros(12)})


def dectris_kappa(folder):
    """The chain of the sample has omega alone; the tables beside it say that kappa and phi are turned."""
    dectris_legacy(folder, tables={"omega": omegas(12), "kappa": np.full(12, 30.0), "phi": np.full(12, 45.0)})


def dls_gda(folder):
    """A virtual data set over links, a SmarGon, offsets without offset_units, sizes fast before slow."""
    with master(folder) as f:
        flat_detector(f)
        f[DETECTOR + "/module/data_size"][...] = [FAST, SLOW]
        group_ = f["entry/sample/transformations"]
        here = group_.name + "/"
        axis(group_, "omega", omegas(12), "deg", "rotation", [-1, 0, 0], ".")
        axis(group_, "sam_x", [-12.5], "um", "translation", [1, 0, 0], here + "omega")
        axis(group_, "chi", [15.0], "deg", "rotation", [0.0046, 0.0372, 0.9993], here + "sam_x")
        axis(group_, "phi", [0.0], "deg", "rotation", [-1, 0.0037, 0.002], here + "chi", [0.1, 0.2, 0.3])
        group_["phi"].attrs["offset_units"] = np.bytes_("mm")
        field(f["entry/sample"], "depends_on", here + "phi")
        linked_images(folder, f, [5, 7])
        layout = h5py.VirtualLayout((12, SLOW, FAST), "i4")
        layout[0:5] = h5py.VirtualSource(".", "/entry/data/data_000001", shape=(5, SLOW, FAST))
        layout[5:12] = h5py.VirtualSource(".", "/entry/data/data_000002", shape=(7, SLOW, FAST))
        f["entry/data"].create_virtual_dataset("data", layout)


def nexgen(folder):
    """The module's offset has the value 1 and a vector with the length; slow depends on fast; a grid of two motors."""
    with master(folder) as f:
        distance = DETECTOR + "/transformations/det_z"
        axis(f[DETECTOR + "/transformations"], "det_z", DISTANCE / 1000, "m", "translation", [0, 0, 1], ".")
        axis(f[DETECTOR + "/module"], "module_offset", 1.0, "m", "translation", CORNER / 1000, distance)
        directions(
            f, DETECTOR + "/module/module_offset", slow_carrier=DETECTOR + "/module/fast_pixel_direction")
        group_ = f["entry/sample/transformations"]
        here = group_.name + "/"
        axis(group_, "omega", [90.0], "deg", "rotation", [-1, 0, 0], ".")
        axis(group_, "sam_x", np.tile([0.0, 20.0, 40.0, 60.0], 3), "um", "translation", [1, 0, 0], here + "omega")
        axis(group_, "sam_y", np.repeat([0.0, 20.0, 40.0], 4), "um", "translation", [0, 1, 0], here + "sam_x")
        field(f["entry/sample"], "depends_on", here + "sam_y")
        linked_images(folder, f, [12])


def two_theta(folder):
    with master(folder) as f:
        two_theta_axis = DETECTOR + "/transformations/two_theta"
        axis(f[DETECTOR + "/transformations"], "two_theta", [20.0], "deg", "rotation", [-1, 0, 0], ".")
        flat_detector(f, two_theta_axis)
        goniometer(f)
        linked_images(folder, f, [12])


def tilted_axis(folder):
    """The axis is calibrated and 0.32 degrees off the perpendicular to the beam."""
    with master(folder) as f:
        vector = np.array([-1, -0.0025, -0.0056])
        flat_detector(f)
        goniometer(f, vector / np.linalg.norm(vector))
        linked_images(folder, f, [12])


def vertical_axis(folder):
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, (0, 1, 0))
        linked_images(folder, f, [12])


def corrected_images(folder):
    """Real numbers beside a stated bit depth; a vertical axis in a beam that is polarised horizontally."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, (0, 1, 0))
        field(f[DETECTOR], "bit_depth_readout", 16)
        field(f["entry/instrument/beam"], "incident_polarization_stokes", [1.0, 0.99, 0.0, 0.0])
        data_file(os.path.join(folder, "x_000001.h5"), "data", 12, "f4")
        f["entry/data/data_000001"] = h5py.ExternalLink("x_000001.h5", "/data")


def dose_series(folder):
    """Each frame begins at the same angle and turns by 0.2 degrees."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, values=np.full(12, 30.0))
        linked_images(folder, f, [12])


def reversed_scan(folder):
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, values=omegas(12)[::-1], step=-0.2)
        linked_images(folder, f, [12])


def past_a_full_turn(folder):
    """The angles run on past 360 degrees and are written modulo 360."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, values=np.round(omegas(12, start=359.0) % 360, 1))
        linked_images(folder, f, [12])


def irregular(folder):
    """Two sweeps with a pause of the axis between them."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, values=np.concatenate([omegas(6), omegas(6, start=90.0)]))
        linked_images(folder, f, [12])


def thirds(folder):
    """A step of a third of a degree, which no number of decimals says."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, step=1 / 3)
        linked_images(folder, f, [12])


def aborted(folder):
    """The last of three data files was never written."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        linked_images(folder, f, [4, 4, 4], written=(1, 2))


def lost_file(folder):
    """The second of three data files is lost."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        linked_images(folder, f, [4, 4, 4], written=(1, 3))


def dropped_image(folder):
    """The first of three data files is one image short, as its neighbours tell by the number of their first image."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        linked_images(folder, f, [3, 4, 4])
    for i in (1, 2, 3):
        with h5py.File(os.path.join(folder, "x_%06d.h5" % i), "r+") as f:
            f["data"].attrs["image_nr_low"] = 4 * i - 3
            f["data"].attrs["image_nr_high"] = 4 * i


def virtual_images(folder, f, written):
    """A virtual data set over three files of four frames; only the files in `written` are there."""
    layout = h5py.VirtualLayout((12, SLOW, FAST), "u2")
    for i in (1, 2, 3):
        name = "x_%06d.h5" % i
        if i in written:
            data_file(os.path.join(folder, name), "data", 4)
        layout[4 * i - 4:4 * i] = h5py.VirtualSource(name, "/data", shape=(4, SLOW, FAST))
    f["entry/data"].create_virtual_dataset("data", layout)


def aborted_virtual(folder):
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        virtual_images(folder, f, (1, 2))


def lost_file_virtual(folder):
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        virtual_images(folder, f, (2, 3))


def no_units(folder):
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        linked_images(folder, f, [12])
        f.visititems(lambda name, node: node.attrs.pop("units", None) and None)


def inches(folder):
    """Units that few use, and offsets on everything: inch, mrad, um; two theta rides on the distance."""
    with master(folder) as f:
        moving = f[DETECTOR + "/transformations"]
        axis(moving, "det_z", [7.25], "inch", "translation", [0, 0, 1], ".", [100, -200, 0])
        moving["det_z"].attrs["offset_units"] = np.bytes_("um")
        axis(moving, "two_theta", [-87.5], "mrad", "rotation", [0, 1, 0], DETECTOR + "/transformations/det_z", [0, 0.1, 0])
        moving["two_theta"].attrs["offset_units"] = np.bytes_("in")
        directions(f, DETECTOR + "/transformations/two_theta")
        f[DETECTOR + "/module/fast_pixel_direction"].attrs["offset"] = CORNER
        for name in ("beam_center_x", "beam_center_y", "distance"):
            del f[DETECTOR + "/" + name]
        goniometer(f)
        linked_images(folder, f, [12])


def unknown_unit(folder):
    """The distance is stated in a unit that nobody knows."""
    with master(folder) as f:
        flat_detector(f)
        f[DETECTOR + "/transformations/det_z"].attrs["units"] = np.bytes_("cubit")
        goniometer(f)
        linked_images(folder, f, [12])


def metres_for_millimetres(folder):
    """The distance on the axis is in mm and labelled as metres; the field distance is right."""
    with master(folder) as f:
        flat_detector(f)
        f[DETECTOR + "/transformations/det_z"].attrs["units"] = np.bytes_("m")
        goniometer(f)
        linked_images(folder, f, [12])


def metres_as_millimetres(folder):
    """A detector 1.5 m away; the field distance says it in metres and is labelled as mm, the axis is right."""
    with master(folder) as f:
        flat_detector(f)
        f[DETECTOR + "/transformations/det_z"][...] = [1500.0]
        f[DETECTOR + "/distance"][...] = 1.5
        f[DETECTOR + "/distance"].attrs["units"] = np.bytes_("mm")
        goniometer(f)
        linked_images(folder, f, [12])


def on_the_beam(folder, distance="mm"):
    """The place of the first pixel is left out of the chain, so that only the beam centre tells it."""
    with master(folder) as f:
        flat_detector(f, corner=(0, 0, 0))
        f[DETECTOR + "/transformations/det_z"].attrs["units"] = np.bytes_(distance)
        goniometer(f)
        linked_images(folder, f, [12])


def on_the_beam_in_metres(folder):
    """The same, and the distance on the axis is in mm and labelled as metres."""
    on_the_beam(folder, "m")


def fast_on_slow(folder):
    """The fast direction rides on the slow one, which begins at the corner of the first pixel."""
    with master(folder) as f:
        module = DETECTOR + "/module/"
        axis(f[DETECTOR + "/transformations"], "det_z", [DISTANCE], "mm", "translation", [0, 0, 1], ".")
        directions(f, module + "slow_pixel_direction", slow_carrier=DETECTOR + "/transformations/det_z")
        f[module + "slow_pixel_direction"].attrs["offset"] = CORNER / 1000
        goniometer(f)
        linked_images(folder, f, [12])


def no_wavelength(folder):
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        linked_images(folder, f, [12])
        del f["entry/instrument/beam/incident_wavelength"]


def single_frame(folder):
    with master(folder, 1) as f:
        flat_detector(f)
        goniometer(f, frames=1)
        linked_images(folder, f, [1])


def escaping(folder):
    """Links and sources of frames that lead out of the folder."""
    with master(folder, 2) as f:
        flat_detector(f)
        goniometer(f, frames=2)
        layout = h5py.VirtualLayout((2, SLOW, FAST), "u2")
        layout[0:1] = h5py.VirtualSource("../../outside.h5", "/data", shape=(1, SLOW, FAST))
        layout[1:2] = h5py.VirtualSource("/etc/passwd", "/data", shape=(1, SLOW, FAST))
        f["entry/data"].create_virtual_dataset("data", layout)
        f["entry/data/data_000001"] = h5py.ExternalLink("../../outside.h5", "/data")
        f["entry/data/data_000002"] = h5py.ExternalLink("/etc/passwd", "/data")
        del f["entry/instrument/detector/saturation_value"]
        f["entry/instrument/detector/saturation_value"] = h5py.ExternalLink("../../../../../etc/passwd", "/x")


def wandering(folder):
    """An axis that does not keep its steps: each frame says where it stood."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f, values=omegas(12) + 0.05 * np.sin(np.arange(12.0)))
        linked_images(folder, f, [12])


def wedges(folder):
    """Two masters of a characterisation 90 degrees apart, a copy of the second, and one that is cut off."""
    os.makedirs(folder, exist_ok=True)
    for k, start in ((1, 30.0), (2, 120.0)):
        with h5py.File(os.path.join(folder, "x_%d_master.h5" % k), "w", libver="latest") as f:
            entry(f, 4)
            flat_detector(f)
            goniometer(f, values=omegas(4, start=start))
            data_file(os.path.join(folder, "x_%d_data_000001.h5" % k), "data", 4)
            f["entry/data/data_000001"] = h5py.ExternalLink("x_%d_data_000001.h5" % k, "/data")
    whole = open(os.path.join(folder, "x_2_master.h5"), "rb").read()
    open(os.path.join(folder, "x_2_copy.h5"), "wb").write(whole)
    open(os.path.join(folder, "x_3_master.h5"), "wb").write(whole[:len(whole) // 5])


def electrons(folder):
    """200 kV in an electron microscope; the wavelength is not written."""
    with master(folder) as f:
        flat_detector(f)
        goniometer(f)
        linked_images(folder, f, [12])
        del f["entry/instrument/beam/incident_wavelength"]
        source = group(f["entry"], "source", "NXsource")
        field(source, "probe", "electron")
        field(source, "voltage", 200.0, "kV")


def tiff(path, slow, fast):
    """The head of a TIFF file of 32-bit integers with a sign; no pixels."""
    tags = ((256, 4, fast), (257, 4, slow), (258, 3, 32), (339, 3, 2))
    with open(path, "wb") as f:
        f.write(b"II*\0" + (8).to_bytes(4, "little") + len(tags).to_bytes(2, "little"))
        for tag, kind, value in tags:
            f.write(tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + (1).to_bytes(4, "little"))
            f.write(value.to_bytes(4, "little"))


def dls_i16(folder):
    """Texts as arrays of one, paths from the root without a slash, nm, a detector arm that moves, images as TIFF."""
    with master(folder, 3) as f:
        f.move("entry", "entry1")
        base = "entry1/instrument/detector/transformations/"
        arm = f[base]
        axis(arm, "delta", [5.0], "deg", "rotation", [-1, 0, 0], ".")
        axis(arm, "gamma", [0.0, 0.5, 1.0], "deg", "rotation", [0, 1, 0], base + "delta")
        axis(arm, "origin_offset", 1.0, "mm", "translation", [209.41, 215.5, DISTANCE], base + "gamma")
        module = f["entry1/instrument/detector/module"]
        axis(module, "fast_pixel_direction", FAST_PIXEL, "mm", "translation", (-1, 0, 0), base + "origin_offset")
        axis(module, "slow_pixel_direction", SLOW_PIXEL, "mm", "translation", (0, -1, 0), base + "origin_offset")
        module["data_size"][...] = [FAST, SLOW]
        sample = f["entry1/sample"]
        here = "entry1/sample/transformations/"
        for name, carrier, vector in (
            ("mu", None, (0, 1, 0)), ("theta", "mu", (-1, 0, 0)), ("kappa", "theta", (-0.642788, -0.766044, 0)),
            ("phi", "kappa", (-1, 0, 0)),
        ):
            values = [1.0, 1.25, 1.5] if name == "mu" else [12.0]
            axis(sample["transformations"], name, values, "deg", "rotation", vector, here + carrier if carrier else ".")
        field(sample, "depends_on", here + "phi")
        del f["entry1/instrument/beam/incident_wavelength"]
        field(group(sample, "beam", "NXbeam"), "incident_wavelength", 0.0976223, "nm")
        names = ["538039-pil-files/%05d.tif" % i for i in (1, 2, 3)]
        f["entry1/data"].create_dataset("image_data", data=[("/dls/i16/data/2022/" + n).encode() for n in names])
        for name in ("beam_center_x", "beam_center_y", "distance"):
            del f["entry1/instrument/detector/" + name]
        f.visititems(lambda _, node: node.attrs.update(
            {k: np.array([v]) for k, v in node.attrs.items() if isinstance(v, bytes)}))
    os.makedirs(os.path.join(folder, "538039-pil-files"), exist_ok=True)
    for name in names:
        tiff(os.path.join(folder, name), SLOW, FAST)


def esrf_id29(folder):
    """Stills of the JUNGFRAU of ESRF ID29 as LIMA2 writes them."""
    os.makedirs(folder, exist_ok=True)
    with h5py.File(os.path.join(folder, "x_0_00000.h5"), "w", libver="latest") as f:
        f.create_dataset("entry_0000/measurement/data", (5, SLOW, FAST), "i4", chunks=(1, SLOW, FAST))
    with h5py.File(os.path.join(folder, "x_dense.h5"), "w", libver="latest") as f:
        detector = f.create_group("entry_0000/instrument/jungfrau4m_rr4_smx")
        field(detector.create_group("beam"), "incident_wavelength", 1.072528, "angstrom")
        field(detector.create_group("acquisition"), "exposure_time", 9e-5, "s")
        facts = detector.create_group("detector_information")
        field(facts, "detector_name", "jungfrau-4m")
        for name, value, unit in (
            ("detector_distance", 0.17522, "m"), ("x_pixel_size", 7.5e-05, "m"), ("y_pixel_size", 7.6e-05, "m"),
            ("beam_center_x", BEAM[0], "pixel"), ("beam_center_y", BEAM[1], "pixel"), ("adus_per_photon", 478.6, None),
            ("saturation_value", 4786000, None), ("underload_value", -479, None),
        ):
            field(facts, name, value, unit)
        layout = h5py.VirtualLayout((5, SLOW, FAST), "i4")
        layout[0:5] = h5py.VirtualSource("x_0_00000.h5", "/entry_0000/measurement/data", shape=(5, SLOW, FAST))
        f.create_group("entry_0000/measurement").create_virtual_dataset("data", layout)


def lima_two_entries(folder):
    """The stills of ESRF ID29 with a second entry, and a wavelength that was recorded three times."""
    esrf_id29(folder)
    with h5py.File(os.path.join(folder, "x_dense.h5"), "r+") as f:
        beam = f["entry_0000/instrument/jungfrau4m_rr4_smx/beam"]
        del beam["incident_wavelength"]
        field(beam, "incident_wavelength", [1.072528, 1.08, 1.0651], "angstrom")
        f.copy("entry_0000", "entry_0001")


if __name__ == "__main__":
    for make in (
        dectris_legacy, dectris_phi_scan, dectris_kappa, dls_gda, nexgen, two_theta, tilted_axis, vertical_axis,
        corrected_images, dose_series, reversed_scan, past_a_full_turn, irregular, thirds, aborted, lost_file, dropped_image, aborted_virtual,
        lost_file_virtual, no_units, no_wavelength, single_frame, escaping, wandering, wedges, electrons, dls_i16, esrf_id29,
        lima_two_entries, inches, unknown_unit, fast_on_slow, metres_for_millimetres, metres_as_millimetres,
        on_the_beam, on_the_beam_in_metres,
    ):
        make(make.__name__)
