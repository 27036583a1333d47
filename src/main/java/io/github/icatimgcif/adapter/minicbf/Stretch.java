package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import io.github.icatimgcif.experiment.AxisSetting;
import java.util.List;

/**
 * Frames of one series that are one scan.
 *
 * @param ranges   their file numbers, rising
 * @param first    the first of them
 * @param settings of every axis that the headers name
 */
record Stretch(List<Range> ranges, MiniFrame first, List<AxisSetting> settings) {

    Stretch {
        ranges = List.copyOf(ranges);
        settings = List.copyOf(settings);
    }
}
