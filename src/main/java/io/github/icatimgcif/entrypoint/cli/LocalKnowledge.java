package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a facility edits, on this machine, for one command. */
public interface LocalKnowledge {

    /**
     * What there is.
     *
     * @param lines    for a person
     * @param mistakes each with file and line
     */
    record Checked(List<String> lines, List<String> mistakes) {
        public Checked {
            lines = List.copyOf(lines);
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * A published data block as a beamline file.
     *
     * @param block name of the data block
     * @param text  the beamline file; empty if there can be none
     * @param left  what was not taken over, and why
     */
    record Imported(String block, Optional<String> text, List<String> left) {
        public Imported {
            left = List.copyOf(left);
        }
    }

    /**
     * Reads all files strictly.
     *
     * @param folder the folder that wins over the shipped files, file by file
     */
    Checked check(Path folder);

    /**
     * Reads a published geometry.
     *
     * @param block the only data block that is wanted; empty for all
     * @throws IllegalArgumentException if the file is no CIF or has no such block
     */
    List<Imported> imported(Path cif, Optional<String> block) throws IOException;
}
