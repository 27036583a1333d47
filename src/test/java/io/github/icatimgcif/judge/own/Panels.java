package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;

/** A block of one frame with two detector elements beside one another, 1000 x 100 pixels of 0.1 mm each. */
final class Panels {

    private Panels() {}

    /** The second element begins {@code gap} mm on one side of the beam, the first ends as much on its other side. */
    static DataBlock apart(double gap) {
        String left = Double.toString(-100 - gap / 2 + (gap < 0 ? 50 : 0));
        String right = Double.toString(gap / 2 + (gap < 0 ? 50 : 0));
        return at(left, right);
    }

    /** The elements begin at these places, mm along X. */
    static DataBlock at(String left, String right) {
        return Blocks.read("""
                data_panels
                loop_ _axis.id _axis.type _axis.equipment _axis.depends_on
                _axis.vector[1] _axis.vector[2] _axis.vector[3] _axis.offset[1] _axis.offset[2] _axis.offset[3]
                det_z translation detector . 0 0 -1 0 0 0
                LF translation detector det_z 1 0 0 %s 5 0
                LS translation detector LF 0 -1 0 0 0 0
                RF translation detector det_z 1 0 0 %s 5 0
                RS translation detector RF 0 -1 0 0 0 0
                loop_ _diffrn_detector_element.id LEFT RIGHT
                loop_ _diffrn_data_frame.id _diffrn_data_frame.detector_element_id _diffrn_data_frame.array_id
                F1 LEFT L
                F1 RIGHT R
                loop_ _array_structure_list.array_id _array_structure_list.index _array_structure_list.precedence
                _array_structure_list.direction _array_structure_list.dimension _array_structure_list.axis_set_id
                L 1 1 increasing 1000 LF
                L 2 2 increasing 100 LS
                R 1 1 increasing 1000 RF
                R 2 2 increasing 100 RS
                loop_ _array_structure_list_axis.axis_set_id _array_structure_list_axis.axis_id
                _array_structure_list_axis.displacement _array_structure_list_axis.displacement_increment
                LF LF 0.05 0.1
                LS LS 0.05 0.1
                RF RF 0.05 0.1
                RS RS 0.05 0.1
                loop_ _diffrn_scan.id _diffrn_scan.frames SCAN1 1
                loop_ _diffrn_scan_axis.scan_id _diffrn_scan_axis.axis_id _diffrn_scan_axis.displacement_start
                SCAN1 det_z 200
                """.formatted(left, right));
    }
}
