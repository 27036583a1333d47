package io.github.icatimgcif.entrypoint.cli;

import io.github.icatimgcif.judge.BlockReport;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a file.
 *
 * @param file   as the user named it
 * @param blocks the reports on its blocks; none if it is not CIF
 * @param notCif why it is not CIF, with the line
 */
record FileReport(String file, List<BlockReport> blocks, Optional<String> notCif) {

    FileReport {
        blocks = List.copyOf(blocks);
    }

    /** Whether all blocks pass all tests. */
    boolean isPassed() {
        return notCif.isEmpty() && blocks.stream().allMatch(BlockReport::isPassed);
    }
}
