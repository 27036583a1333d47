"""Gives the detector of a master file another serial number, and the series another day.

usage: other_detector.py MASTER SERIAL DAY
"""

import sys

import h5py

path, serial, day = sys.argv[1:]
with h5py.File(path, "r+") as master:
    instrument = master["entry/instrument"]
    del instrument["detector/detector_number"]
    instrument["detector/detector_number"] = serial
    for place in ("detectorSpecific/data_collection_date", "data_collection_date"):
        parent = instrument["detector"]
        if place in parent:
            del parent[place]
            parent[place] = day + "T12:00:00"
