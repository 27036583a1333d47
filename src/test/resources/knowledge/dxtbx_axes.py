"""Prints what dxtbx makes of a miniCBF whose header names another detector.

usage: dxtbx_axes.py MINICBF FOLDER "DETECTOR LINE|OSCILLATION AXIS|YEAR" ...

For each: the line asked for, a tab, and the axes base first, each as x y z rounded to 5 places, separated by semicolons,
in the frame of dxtbx. MINICBF may be packed with bzip2. Ends with 3 where there is no dxtbx.
"""

import bz2
import re
import sys
from pathlib import Path

try:
    import dxtbx
except ImportError:
    sys.exit(3)

source, folder, wanted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
content = bz2.open(source).read() if source.suffix == ".bz2" else source.read_bytes()
end = content.index(b"--CIF-BINARY")
header = content[:end].decode("latin1")
for number, line in enumerate(wanted):
    detector, oscillation, year = line.split("|")
    changed = re.sub(r"# Detector:[^\r\n]*", "# Detector: " + detector, header)
    changed = re.sub(r"# Oscillation_axis[^\r\n]*", "# Oscillation_axis " + oscillation, changed)
    changed = re.sub(r"# 20\d\d-", "# %s-" % year, changed)
    # A name for each: dxtbx keeps what it made of a file under its name.
    path = folder / ("made%03d_0001.cbf" % number)
    path.write_bytes(changed.encode("latin1") + content[end:])
    goniometer = dxtbx.load(str(path)).get_goniometer()
    axes = list(goniometer.get_axes())[::-1] if hasattr(goniometer, "get_axes") else [goniometer.get_rotation_axis()]
    print(line + "\t" + ";".join(" ".join("%.5f" % (x + 0.0) for x in axis) for axis in axes))
    path.unlink()
