package io.github.icatimgcif.conversion.write;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/** What an imgCIF says, written as often as it is asked for; the same bytes each time for the same date. */
@FunctionalInterface
public interface ImgCifContent {

    /**
     * Writes the whole file.
     *
     * @param out          where to; not closed
     * @param creationDate the date the file gives as its own
     * @throws IOException if {@code out} takes no more
     */
    void writeTo(OutputStream out, LocalDate creationDate) throws IOException;
}
