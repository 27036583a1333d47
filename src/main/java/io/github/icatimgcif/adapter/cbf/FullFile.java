package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.CifSelection;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.experiment.Packing.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A file of full CBF, as far as it is needed.
 *
 * @param name        of the file
 * @param head        its text in front of the first binary section
 * @param block       its only data block
 * @param compression of the whole file
 */
record FullFile(String name, CbfHead head, DataBlock block, Optional<Compression> compression) {

    /**
     * Reads the beginning of a file.
     *
     * @param until where to stop: behind the first binary section's header, or at the end
     * @throws NotUsable if it is no CIF
     */
    static FullFile of(String name, byte[] bytes, CbfHead head, Optional<Compression> compression, Until until) {
        try {
            List<DataBlock> blocks =
                    new CifReader().read(new ByteArrayInputStream(bytes), CifSelection.EVERYTHING.until(until));
            return new FullFile(name, head, blocks.get(0), compression);
        } catch (CifUnreadable e) {
            throw new NotUsable(name, "cannot be read as CIF: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    /** Whether what was read describes an image. */
    boolean describes() {
        return !CifRow.of(block, "axis").isEmpty()
                && !CifRow.of(block, "array_structure_list").isEmpty();
    }
}
