package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.DataBlock;
import java.util.List;

/**
 * The table of the raw data that is printed with a letter, as the file says it: nothing comes from elsewhere.
 *
 * @param parts one for each data block that describes scans
 */
public record RawDataTable(List<Part> parts) {

    public RawDataTable {
        parts = List.copyOf(parts);
    }

    /**
     * What one data block describes.
     *
     * @param block  its name
     * @param common what is the same for all its scans
     * @param scans  in the order of the block
     */
    public record Part(String block, List<TableEntry> common, List<Scan> scans) {
        public Part {
            common = List.copyOf(common);
            scans = List.copyOf(scans);
        }
    }

    /**
     * One scan.
     *
     * @param id      as the block calls it
     * @param entries the same names in the same order for each scan of the block
     */
    public record Scan(String id, List<TableEntry> entries) {
        public Scan {
            entries = List.copyOf(entries);
        }
    }

    /** The table of a file; without parts if no block describes a scan. */
    public static RawDataTable of(List<DataBlock> blocks) {
        return new RawDataTable(blocks.stream()
                .filter(block -> block.category("diffrn_scan").isPresent())
                .map(block -> new Part(block.name(), new CommonEntries(block).all(), new ScanEntries(block).all()))
                .toList());
    }
}
