package io.github.icatimgcif.conversion.collect;

import java.util.List;
import java.util.Optional;

/** The files that a catalogue has of a dataset. */
@FunctionalInterface
public interface CatalogueFiles {

    /** A catalogue that has no files. */
    CatalogueFiles NONE = dataset -> List.of();

    /**
     * A file in the catalogue.
     *
     * @param id       its id
     * @param name     as the catalogue has it, a file name or a path below the dataset
     * @param location where it lies, as the catalogue has it; empty text if it does not say
     * @param size     bytes, if stated
     * @param checksum as stated, of whatever kind
     */
    record Listed(long id, String name, String location, Optional<Long> size, Optional<String> checksum) {}

    /**
     * The files of a dataset by its id, those of raw data only if they were registered.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not answer
     */
    List<Listed> filesOf(long dataset);
}
