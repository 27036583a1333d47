"""Tells what dxtbx reads in exported frames.

usage: dxtbx_frames.py JSON TYPE CBF ...

The frames are those of one scan, in order. The file JSON gets the geometry in the form that the independent judge of
geometry takes. Printed is one line a frame: its name, a tab, and the SHA-256 of the pixels of all panels row by row, in
the TYPE that numpy calls uint16. Ends with 3 where there is no dxtbx.
"""

import hashlib
import json
import sys

try:
    from dxtbx.model.experiment_list import ExperimentListFactory
except ImportError:
    sys.exit(3)

target, kind, files = sys.argv[1], sys.argv[2], sys.argv[3:]
experiments = ExperimentListFactory.from_filenames(files)
stills = len(experiments) == len(files) and len(files) > 1
if len(experiments) != 1 and not stills:
    sys.exit("dxtbx takes the frames for %d scans" % len(experiments))
experiment = experiments[0]
panels = []
for panel in experiment.detector:
    fast, slow = panel.get_image_size()
    corners = [(0, 0), (fast, 0), (0, slow), (fast, slow), (fast / 2, slow / 2)]
    panels.append({
        "image_size_fast_slow": [fast, slow],
        "fast": panel.get_fast_axis(),
        "pixel_corner_to_lab": [
            {"px": at, "lab": panel.get_lab_coord([at[0] * panel.get_pixel_size()[0], at[1] * panel.get_pixel_size()[1]])}
            for at in corners],
    })
# The direction that the judge wants is that from the sample to the source.
told = {
    "beam": {
        "wavelength": experiment.beam.get_wavelength(),
        "direction": [-x for x in experiment.beam.get_unit_s0()],
    },
    "derived": {"panels": panels},
}
if experiment.goniometer is not None:
    told["goniometer"] = experiment.goniometer.to_dict()
if not stills and experiment.scan is not None and not experiment.scan.is_still():
    told["scan"] = {
        "image_range": experiment.scan.get_image_range(),
        "oscillation": experiment.scan.get_oscillation(),
    }
with open(target, "w") as out:
    json.dump(told, out)
for number, name in enumerate(files):
    digest = hashlib.sha256()
    images, index = (experiments[number].imageset, 0) if stills else (experiment.imageset, number)
    for pixels in images.get_raw_data(index):
        digest.update(pixels.as_numpy_array().astype(kind).tobytes())
    print(name.split("/")[-1] + "\t" + digest.hexdigest())
