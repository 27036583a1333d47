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


def detector_and_arrays(surface, dimensions='A1 1 7 1 increasing EX\nA1 2 5 2 increasing EY'):
    return (
        loop('array_structure_list', LIST, dimensions)
        + loop('array_structure_list_axis', SURFACE, surface)
        + loop('array_intensities', INTENSITIES, 'A1 1 linear 1.25 65535 -2')
        + loop('array_structure', 'id encoding_type compression_type byte_order',
               'A1 "signed 32-bit integer" x-CBF_BYTE_OFFSET little_endian'))


def scan(axes, settings, number=1, seconds='0.04', date='2014-03-05T10:11:12.345'):
    """A file that is a scan of one frame; settings: axis -> (kind, start, increment)."""
    scan_rows, frame_rows = [], []
    for axis in axes:
        kind, begin, step = settings[axis]
        zeros = '0.0 0.0 0.0'
        own = '%s %s %s' % (begin, step, step)
        scan_rows.append('SCAN1 %s %s' % (axis, own + ' ' + zeros if kind == 'angle' else zeros + ' ' + own))
        frame_rows.append('FRAME1 %s %s' % (axis, begin + ' 0.0' if kind == 'angle' else '0.0 ' + begin))
    return (
        loop('diffrn_data_frame', DATA_FRAME, 'FRAME1 E1 A1 1')
        + loop('diffrn_scan', 'id frame_id_start frame_id_end frames', 'SCAN1 FRAME1 FRAME1 1')
        + loop('diffrn_measurement', 'diffrn_id id number_of_axes method sample_detector_distance',
               'EXPERIMENT GONIO 1 rotation 151.25')
        + loop('diffrn_measurement_axis', 'measurement_id axis_id', 'GONIO OMEGA')
        + loop('diffrn_scan_axis', SCAN_AXIS, '\n'.join(scan_rows))
        + loop('diffrn_scan_frame', FRAME, 'FRAME1 %d %s SCAN1 %s' % (number, seconds, date))
        + loop('diffrn_scan_frame_axis', FRAME_AXIS, '\n'.join(frame_rows)))


def corner():
    """A template of a PILATUS server: displacement 0 is the corner of the first pixel, as its Beam_xy shows; no file 3."""
    for number in (1, 2, 4):
        angle = 30.0 + 0.25 * (number - 1)
        comments = (
            '_array_data.header_convention "PILATUS_1.2"\n_array_data.header_contents\n;\n'
            '# Detector: PILATUS 2M, S/N 24-0107, Nowhere\n'
            '# Pixel_size 172e-6 m x 171e-6 m\n'
            '# Silicon sensor, thickness 0.000450 m\n'
            '# Exposure_time 0.0400000 s\n'
            '# Threshold_setting: 6350 eV\n'
            '# Wavelength 0.97950 A\n'
            '# Detector_distance 0.15125 m\n'
            '# Beam_xy (2.50, 1.75) pixels\n'
            '# Start_angle %.4f deg.\n'
            '# Angle_increment 0.2500 deg.\n;\n\n' % angle)
        head = start('corner_%d' % number, 'Beamline 9', '0.97950', 'PILATUS 2M', ['DZ'], ['E1'])
        head = head.replace('_diffrn.id', comments + '_diffrn.id', 1)
        settings = {'OMEGA': ('angle', '%.4f' % angle, '0.2500'), 'DZ': ('displacement', '151.25', '0.0')}
        axes = loop('axis', AXIS, '''
            OMEGA rotation goniometer . 1 0 0 . . .
            SOURCE general source . 0 0 1 . . .
            GRAVITY general gravity . 0 -1 0 . . .
            DZ translation detector . 0 0 -1 0 0 0
            EX translation detector DZ 1 0 0 -0.43 0.29925 0
            EY translation detector EX 0 -1 0 0 0 0''')
        text = head + scan(['OMEGA', 'DZ'], settings) + axes + detector_and_arrays('EX EX 0.0 0.172\nEY EY 0.0 0.171')
        write('corner/c_%05d.cbf' % number, text, [(('A1', 1), binary(1, (7, 5), number))])


def decreasing():
    """Index 1 is the slow one and decreases, the increment is negative, displacements are centres; a two theta arm."""
    head = start('decreasing', 'Laboratory', '1.5418', 'CCD', ['TTH', 'DZ'], ['E1'])
    settings = {'OMEGA': ('angle', '-12.5', '0.5'), 'TTH': ('angle', '15.0', '0.0'),
                'DZ': ('displacement', '62.5', '0.0')}
    axes = loop('axis', AXIS, '''
        OMEGA rotation goniometer . -1 0 0 . . .
        TTH rotation detector . -1 0 0 . . .
        DZ translation detector TTH 0 0 -1 0 0 0
        EX translation detector DZ 1 0 0 -0.4 0.3 0
        EY translation detector EX 0 1 0 0 0 0''')
    arrays = detector_and_arrays('EX EX 0.06 0.12\nEY EY -0.055 -0.11',
                                 'A1 1 5 2 decreasing EY\nA1 2 7 1 increasing EX')
    text = head + scan(['OMEGA', 'TTH', 'DZ'], settings) + axes + arrays
    write('decreasing/d.cbf', text, [(('A1', 1), binary(1, (7, 5), 100))])


def vertical():
    """The goniometer points up, the beam is tilted by half a degree against Z, kappa at 50 degrees; ten frames in one file."""
    head = start('vertical', 'Beamline 24', '0.9686', 'EIGER2', ['DZ'], ['E1'])
    frames = range(1, 11)
    head += (
        loop('diffrn_data_frame', DATA_FRAME, '\n'.join('F%d E1 A1 %d' % (n, n) for n in frames))
        + loop('diffrn_scan', 'id frame_id_start frame_id_end frames', 'SWEEP F1 F10 10')
        + loop('diffrn_measurement', 'diffrn_id id number_of_axes method', 'EXPERIMENT GONIO 2 rotation')
        + loop('diffrn_measurement_axis', 'id axis_id', 'GONIO OMEGA\nGONIO KAPPA')
        + loop('diffrn_scan_axis', SCAN_AXIS,
               'SWEEP OMEGA 90.0 1.0 0.1 . . .\nSWEEP KAPPA 20.5 0.0 0.0 . . .\nSWEEP DZ . . . 201.5 0.0 0.0')
        + loop('diffrn_scan_frame', 'frame_id frame_number integration_time scan_id',
               '\n'.join('F%d %d 0.01 SWEEP' % (n, n) for n in frames)))
    axes = loop('axis', AXIS, '''
        SOURCE general source . 0 0.00872653549837393 0.9999619230641713 . . .
        GRAVITY general gravity . -1 0 0 . . .
        OMEGA rotation goniometer . 1 0 0 . . .
        KAPPA rotation goniometer OMEGA 0.6427876096865393 0 -0.766044443118978 . . .
        DZ translation detector . 0 0 -1 0 0 0
        EY translation detector DZ -1 0 0 0.28 -0.45 0
        EX translation detector EY 0 1 0 0 0 0''')
    text = head + axes + detector_and_arrays('EX EX 0.0375 0.075\nEY EY 0.04 0.08')
    write('vertical/v.cbf', text, [(('A1', n), binary(n, (7, 5), 10 * n)) for n in frames])


def sections():
    """Two arrays a frame, two panels in a stack of each, on quadrants that turn; two still frames, no goniometer."""
    head = start('sections', 'Hutch 2', '1.3051', 'Tiles', ['DZ', 'Q0', 'Q1', 'P0', 'P1', 'P2', 'P3'], ['E1', 'E2'])
    head = head.replace('synchrotron', 'xfel')
    rows = []
    for quadrant in (0, 1):
        array = 'A%d' % quadrant
        rows += ['%s . 1 7 1 increasing .' % array, '%s . 2 5 2 increasing .' % array, '%s . 3 2 3 increasing .' % array]
        for panel in (0, 1):
            name = 'S%d' % (2 * quadrant + panel)
            rows += ['%s %s 1 7 1 increasing X%s' % (array, name, name[1]),
                     '%s %s 2 5 2 increasing Y%s' % (array, name, name[1])]
    section_rows, axis_rows, surface_rows = [], [], []
    for n in range(4):
        section_rows += ['A%d S%d 1 1 7' % (n // 2, n), 'A%d S%d 2 1 5' % (n // 2, n), 'A%d S%d 3 %d %d' % (n // 2, n, n % 2 + 1, n % 2 + 1)]
        axis_rows += ['P%d rotation detector Q%d 0 0 1 %s %s 0 sensor' % (n, n // 2, '0.5', '%.2f' % (-0.6 + 0.9 * (n % 2))),
                      'Y%d translation detector P%d 0 -1 0 -0.385 0.275 0 asic' % (n, n),
                      'X%d translation detector Y%d 1 0 0 0 0 0 asic' % (n, n)]
        surface_rows += ['X%d X%d 0.0 0.11' % (n, n), 'Y%d Y%d 0.0 0.11' % (n, n)]
    head += (
        loop('diffrn_data_frame', DATA_FRAME, 'F1 E1 A0 1\nF1 E2 A1 2\nF2 E1 A0 3\nF2 E2 A1 4')
        + loop('diffrn_scan', 'id frame_id_start frame_id_end frames', 'SHOTS F1 F2 2')
        + loop('diffrn_scan_frame', 'frame_id frame_number integration_time scan_id date',
               'F1 1 0.0 SHOTS 2013-03-01T06:08Z58.401\nF2 2 0.0 SHOTS ?')
        + loop('diffrn_scan_axis', SCAN_AXIS, '''
            SHOTS DZ 0 0 0 -130.25 0 0
            SHOTS Q0 0.5 0 0 0 0 0
            SHOTS Q1 180.25 0 0 0 0 0
            SHOTS P1 90.125 0 0 0 0 0
            SHOTS P2 -0.75 0 0 0 0 0'''))
    arrays = (
        loop('axis', AXIS + ' equipment_component', '''
            SOURCE general source . 0 0 1 . . . .
            GRAVITY general gravity . 0 -1 0 . . . .
            DZ translation detector . 0 0 1 . . . arm
            Q0 rotation detector DZ 0 0 1 0.2 0.3 0 quadrant
            Q1 rotation detector DZ 0 0 -1 -0.2 -0.3 0 quadrant
            ''' + '\n'.join(axis_rows))
        + loop('array_structure_list', 'array_id array_section_id index dimension precedence direction axis_set_id',
               '\n'.join(rows))
        + loop('array_structure_list_section', 'array_id id index start end', '\n'.join(section_rows))
        + loop('array_structure_list_axis', SURFACE, '\n'.join(surface_rows))
        + loop('array_intensities', INTENSITIES, 'A0 1 linear 1.0 90000 -400\nA1 2 linear 1.0 90000 -400'))
    images = [('A0', 1), ('A1', 2), ('A0', 3), ('A1', 4)]
    write('sections/s.cbf', head + arrays, [((a, n), binary(n, (7, 5, 2), 1000 * n)) for a, n in images])


SIMPLE_AXES = """
    OMEGA rotation goniometer . 1 0 0 . . .
    KAPPA rotation goniometer OMEGA 0.6427876096865393 0 -0.766044443118978 . . .
    SOURCE general source . 0 0 1 . . .
    GRAVITY general gravity . 0 -1 0 . . .
    DZ translation detector . 0 0 -1 0 0 0
    EX translation detector DZ 1 0 0 -0.43 0.29925 0
    EY translation detector EX 0 -1 0 0 0 0"""


def scans():
    """One file with two scans of three frames: kappa at 0, then at 24.5 degrees and the detector further off."""
    head = start('scans', 'Beamline 9', '0.97950', 'PILATUS 2M', ['DZ'], ['E1'])
    frames = range(1, 7)
    head += (
        loop('diffrn_data_frame', DATA_FRAME, '\n'.join('F%d E1 A1 %d' % (n, n) for n in frames))
        + loop('diffrn_scan', 'id frame_id_start frame_id_end frames', 'LOW F1 F3 3\nHIGH F4 F6 3')
        + loop('diffrn_measurement', 'diffrn_id id number_of_axes method', 'EXPERIMENT GONIO 2 rotation')
        + loop('diffrn_measurement_axis', 'id axis_id', 'GONIO OMEGA\nGONIO KAPPA')
        + loop('diffrn_scan_axis', SCAN_AXIS, """
            LOW OMEGA 30.0 0.75 0.25 . . .
            LOW KAPPA 0.0 0.0 0.0 . . .
            LOW DZ . . . 151.25 0.0 0.0
            HIGH OMEGA 120.0 1.5 0.5 . . .
            HIGH KAPPA 24.5 0.0 0.0 . . .
            HIGH DZ . . . 250.5 0.0 0.0""")
        + loop('diffrn_scan_frame', 'frame_id frame_number integration_time scan_id',
               '\n'.join('F%d %d 0.04 %s' % (n, n if n < 4 else n - 3, 'LOW' if n < 4 else 'HIGH') for n in frames)))
    text = head + loop('axis', AXIS, SIMPLE_AXES) + detector_and_arrays('EX EX 0.086 0.172\nEY EY 0.0855 0.171')
    write('scans/s.cbf', text, [(('A1', n), binary(n, (7, 5), 10 * n)) for n in frames])


def series():
    """Twenty files of one frame each, more than are looked into one by one."""
    for number in range(1, 21):
        head = start('series_%d' % number, 'Beamline 9', '0.97950', 'PILATUS 2M', ['DZ'], ['E1'])
        settings = {'OMEGA': ('angle', '%.4f' % (30.0 + 0.25 * (number - 1)), '0.2500'),
                    'KAPPA': ('angle', '24.5', '0.0'), 'DZ': ('displacement', '151.25', '0.0')}
        text = (head + scan(['OMEGA', 'KAPPA', 'DZ'], settings).replace('GONIO OMEGA', 'GONIO OMEGA\nGONIO KAPPA')
                + loop('axis', AXIS, SIMPLE_AXES) + detector_and_arrays('EX EX 0.086 0.172\nEY EY 0.0855 0.171'))
        write('series/c_%05d.cbf' % number, text, [(('A1', 1), binary(1, (7, 5), number))])


if __name__ == '__main__':
    corner()
    decreasing()
    vertical()
    sections()
    scans()
    series()
