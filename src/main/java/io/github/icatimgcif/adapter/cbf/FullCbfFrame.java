package io.github.icatimgcif.adapter.cbf;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One frame of a full CBF and where its axes stand.
 *
 * @param id       value of {@code _diffrn_data_frame.id}; empty text if the file names none
 * @param scan     the scan it belongs to; empty text if the file names none
 * @param number   its number in that scan, from 1 on
 * @param settings by axis, at the start of the frame, degrees or mm
 * @param widths   by axis, by how much it advances during the frame, 0 if it stands; only those that are known
 */
record FullCbfFrame(
        String id, String scan, int number, Map<String, BigDecimal> settings, Map<String, BigDecimal> widths) {

    FullCbfFrame {
        settings = Map.copyOf(settings);
        widths = Map.copyOf(widths);
    }

    BigDecimal setting(String axis) {
        return settings.getOrDefault(axis, BigDecimal.ZERO);
    }

    boolean knowsWidth(String axis) {
        return widths.containsKey(axis);
    }

    /** By how much an axis advances during the frame; 0 if that is not known. */
    BigDecimal width(String axis) {
        return widths.getOrDefault(axis, BigDecimal.ZERO);
    }
}
