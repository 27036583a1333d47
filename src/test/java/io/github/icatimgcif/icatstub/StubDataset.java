package io.github.icatimgcif.icatstub;

import java.util.List;
import java.util.Map;

/**
 * A dataset as the stub has it.
 *
 * @param parameters values as text by name
 */
public record StubDataset(
        long id,
        String name,
        String location,
        String type,
        boolean complete,
        Map<String, String> parameters,
        List<File> files) {

    /** A datafile. */
    public record File(String name, String location, long size, String checksum) {}
}
