package io.github.icatimgcif.conversion.collect;

import java.util.List;

/** What keeps raw data that are not on disk any more. */
@FunctionalInterface
public interface Archive {

    /** There is none. */
    Archive NONE = entry -> Stored.UNKNOWN;

    /** Where the data of a dataset are. */
    enum Stored {
        /** On disk. */
        ONLINE,
        /** On tape, and nobody has asked for them. */
        ARCHIVED,
        /** On their way from tape to disk. */
        RESTORING,
        /** The archive does not say, or not to us. */
        UNKNOWN
    }

    /**
     * Where the data of a dataset are.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the archive does not answer
     */
    Stored whereIs(CatalogueEntry entry);

    /**
     * Where the data of some datasets are: on disk if those of all of them are, else where those of one of them are.
     *
     * @param datasets their ids in the catalogue, a few hundred at most
     * @throws io.github.icatimgcif.conversion.Unavailable if the archive does not answer
     */
    default Stored whereAre(List<Long> datasets) {
        return Stored.UNKNOWN;
    }

    /**
     * Asks for datasets to be brought from tape to disk. May be asked for the same ones again.
     *
     * @param datasets their ids in the catalogue
     * @throws io.github.icatimgcif.conversion.Unavailable if the archive does not answer
     * @throws IllegalStateException if it refuses, with its reason
     */
    default void restore(List<Long> datasets) {
        throw new IllegalStateException("there is no archive to restore " + datasets + " from");
    }
}
