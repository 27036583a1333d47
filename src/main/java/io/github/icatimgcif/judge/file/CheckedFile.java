package io.github.icatimgcif.judge.file;

import io.github.icatimgcif.cif.DataBlock;
import java.util.List;

/**
 * A file that was judged.
 *
 * @param report what is to be said of it
 * @param blocks its blocks, as far as the tests look at them and more was to be kept; none if it is not CIF, or holds more than is judged
 */
public record CheckedFile(FileReport report, List<DataBlock> blocks) {

    public CheckedFile {
        blocks = List.copyOf(blocks);
    }
}
