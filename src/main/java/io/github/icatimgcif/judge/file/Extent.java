package io.github.icatimgcif.judge.file;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.written.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much a judge takes on. The tests place every element of the detector for every scan and hold rows against rows; a file that was
 * made to keep them busy is refused before they begin. No detector and no measurement comes near to these numbers.
 */
final class Extent {

    private static final String TEST = "Extent of the file";
    private static final String RIGHT = "split the file, one measurement in each";
    private static final String ELEMENTS = "diffrn_detector_element";
    private static final String SCANS = "diffrn_scan";

    private static final int MOST_BLOCKS = 256;

    /** Elements times scans. */
    private static final long MOST_PLACES = 50_000;

    private static final int DIMENSIONS = 2;

    private static final Map<String, Integer> MOST_ROWS = new TreeMap<>(Map.of(
            "axis",
            2048,
            ELEMENTS,
            512,
            "array_structure_list",
            2048,
            "array_structure_list_axis",
            2048,
            "array_structure_list_section",
            2048,
            "array_element_size",
            2048,
            SCANS,
            20_000,
            "diffrn_scan_axis",
            200_000,
            "diffrn_radiation_wavelength",
            2048));

    private Extent() {}

    /** What forbids to judge a file; empty if nothing does. */
    static Optional<Remark> obstacle(List<DataBlock> blocks) {
        if (blocks.size() > MOST_BLOCKS && measurements(blocks) > MOST_BLOCKS) {
            return Optional.of(refusal("", measurements(blocks) + " data blocks", MOST_BLOCKS));
        }
        return blocks.stream().flatMap(block -> obstacle(block).stream()).findFirst();
    }

    private static long measurements(List<DataBlock> blocks) {
        return blocks.stream().filter(block -> !block.categories().isEmpty()).count();
    }

    private static Optional<Remark> obstacle(DataBlock block) {
        for (Map.Entry<String, Integer> most : MOST_ROWS.entrySet()) {
            int rows = Table.of(block, most.getKey()).count();
            if (rows > most.getValue()) {
                return Optional.of(refusal("_" + most.getKey(), rows + " rows", most.getValue()));
            }
        }
        // A block that does not say which element its frames are of has an element for each array.
        int elements = Math.max(
                Table.of(block, ELEMENTS).count(),
                Table.of(block, "array_structure_list").count() / DIMENSIONS);
        long places = (long) elements * Table.of(block, SCANS).count();
        return places > MOST_PLACES
                ? Optional.of(refusal("_" + SCANS, places + " elements times scans", MOST_PLACES))
                : Optional.empty();
    }

    private static Remark refusal(String item, String has, long most) {
        return Remark.error(TEST, item, "it has " + has + "; up to " + most + " are judged", RIGHT);
    }
}
