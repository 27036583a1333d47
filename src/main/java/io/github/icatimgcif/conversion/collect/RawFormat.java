package io.github.icatimgcif.conversion.collect;

import java.nio.file.Path;

/** Reads one format of raw data. */
public interface RawFormat {

    /** What it is called in messages: {@code NXmx}. */
    String name();

    /**
     * Reads what lies at a location. Decides by content, never by name alone.
     *
     * @param location a folder of a dataset, or one raw file
     * @throws io.github.icatimgcif.conversion.Unavailable if the storage does not answer
     */
    RawReading read(Path location);
}
