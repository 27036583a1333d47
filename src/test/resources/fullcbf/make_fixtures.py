#!/usr/bin/env python3
"""Writes the full CBF files of the tests: a few pixels under every shape of header that the reader has to understand.

usage: make_fixtures.py            (writes beside itself; nothing but Python is needed)

The pixels are small numbers, stored by the byte_offset algorithm of CBF as the dictionary describes it.
"""
import base64
import hashlib
import pathlib
import struct

HERE = pathlib.Path(__file__).parent


def byte_offset(values):
    """Differences of consecutive pixels in 1, 2 or 4 bytes."""
    out, last = bytearray(), 0
    for value in values:
        step, last = value - last, value
        if -128 < step < 128:
            out += struct.pack('<b', step)
        elif -32768 < step < 32768:
            out += b'\x80' + struct.pack('<h', step)
        else:
            out += b'\x80\x00\x80' + struct.pack('<i', step)
    return bytes(out)


def binary(number, dimensions, first):
    """A binary section: pixels first, first + 1, ... of an array, fastest dimension first."""
    count = 1
    for size in dimensions:
        count *= size
    data = byte_offset(range(first, first + count))
    names = ['Fastest', 'Second', 'Third']
    sizes = ''.join('X-Binary-Size-%s-Dimension: %d\r\n' % (n, d) for n, d in zip(names, dimensions))
    header = (
        '--CIF-BINARY-FORMAT-SECTION--\r\n'
        'Content-Type: application/octet-stream;\r\n'
        '     conversions="x-CBF_BYTE_OFFSET"\r\n'
        'Content-Transfer-Encoding: BINARY\r\n'
        'X-Binary-Size: %d\r\n'
        'X-Binary-ID: %d\r\n'
        'X-Binary-Element-Type: "signed 32-bit integer"\r\n'
        'X-Binary-Element-Byte-Order: LITTLE_ENDIAN\r\n'
        'Content-MD5: %s\r\n'
        'X-Binary-Number-of-Elements: %d\r\n'
        '%s'
        'X-Binary-Size-Padding: 64\r\n\r\n'
        % (len(data), number, base64.b64encode(hashlib.md5(data).digest()).decode(), count, sizes))
    return (b';\r\n' + header.encode() + b'\x0c\x1a\x04\xd5' + data + b'\0' * 64
            + b'\r\n--CIF-BINARY-FORMAT-SECTION----\r\n;\r\n')


def loop(category, objects, rows):
    lines = ['loop_'] + ['_%s.%s' % (category, name) for name in objects.split()]
    return '\n'.join(lines + [row.strip() for row in rows.strip().splitlines()]) + '\n\n'


def write(path, text, binaries):
    """Header lines end as a template's do; the pixels follow as one value, or as the last column of a loop."""
    path = HERE / path
    path.parent.mkdir(parents=True, exist_ok=True)
    out = text.encode()
    if len(binaries) == 1:
        out += b'_array_data.data\n' + binaries[0][1]
    else:
        out += b'loop_\n_array_data.array_id\n_array_data.binary_id\n_array_data.data\n'
        for (array, number), section in binaries:
            out += b'%s %d\n' % (array.encode(), number) + section
    path.write_bytes(out)


def start(name, device, wavelength, detector, detector_axes, elements):
    return (
        '###CBF: VERSION 1.5\n\ndata_%s\n\n_diffrn.id EXPERIMENT\n_diffrn.crystal_id xtal7\n\n' % name
        + loop('diffrn_source', 'diffrn_id source type', "EXPERIMENT synchrotron '%s'" % device)
        + loop('diffrn_radiation', 'diffrn_id wavelength_id monochromator polarizn_source_ratio polarizn_source_norm'
               ' div_x_source div_y_source', "EXPERIMENT W1 'Si 111' 0.8 0.0 0.02 0.01")
        + loop('diffrn_radiation_wavelength', 'id wavelength wt', 'W1 %s 1.0' % wavelength)
        + loop('diffrn_detector', 'diffrn_id id type number_of_axes',
               "EXPERIMENT DET '%s' %d" % (detector, len(detector_axes)))
        + loop('diffrn_detector_axis', 'detector_id axis_id', '\n'.join('DET ' + a for a in detector_axes))
        + loop('diffrn_detector_element', 'id detector_id', '\n'.join('%s DET' % e for e in elements)))


AXIS = 'id type equipment depends_on vector[1] vector[2] vector[3] offset[1] offset[2] offset[3]'
LIST = 'array_id index dimension precedence direction axis_set_id'
SURFACE = 'axis_set_id axis_id displacement displacement_increment'
INTENSITIES = 'array_id binary_id linearity gain overload undefined_value'
DATA_FRAME = 'id detector_element_id array_id binary_id'
SCAN_AXIS = ('scan_id axis_id angle_start angle_range angle_increment displacement_start displacement_range'
             ' displacement_increment')
FRAME = 'frame_id frame_number integration_time scan_id date'
FRAME_AXIS = 'frame_id axis_id angle displacement'
