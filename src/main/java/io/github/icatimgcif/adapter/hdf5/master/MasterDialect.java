package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.conversion.collect.RawPart;

/** One way in which programs write masters: how it is recognised, and how it is read. */
public interface MasterDialect {

    /** How surely a file was recognised. */
    enum Recognition {
        /** It says that it is of the dialect. */
        BY_DEFINITION,
        /** It has the groups that only this dialect has. */
        BY_STRUCTURE,
        /** It is not. */
        NONE
    }

    /** What is looked for in a file, for a person. */
    String lookedFor();

    /** Whether a file is a master of this dialect. */
    Recognition recognise(Hdf5File file);

    /**
     * What a master says.
     *
     * @param findings where assumptions are told
     * @throws NotUsable if no true geometry can be given
     */
    RawPart read(Hdf5File file, Findings findings);
}
