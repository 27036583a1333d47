package io.github.icatimgcif.adapter.icat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands for an imgCIF, as it is in ICAT.
 *
 * @param id         its id
 * @param name       its name; that of a raw dataset that was renamed since is an older one
 * @param createdBy  who made it
 * @param parameters by id of the type: id of the parameter, then its three values
 * @param files      its datafiles
 * @param complete   whether it is complete
 * @param jobs       how many jobs say that they made it of the raw dataset
 */
record RegisteredDataset(
        long id,
        String name,
        String createdBy,
        Map<Long, IcatRow> parameters,
        List<File> files,
        boolean complete,
        long jobs) {

    /** A datafile as it stands in ICAT. */
    record File(long id, String name, String location, long size, String checksum) {

        boolean says(IcatDraft.File wanted) {
            return name.equals(wanted.name())
                    && location.equals(wanted.location())
                    && size == wanted.size()
                    && checksum.equals(wanted.checksum());
        }
    }

    RegisteredDataset {
        parameters = Map.copyOf(parameters);
        files = List.copyOf(files);
    }

    /** The datafile that stands for the imgCIF: the one of its name, else the only one there is. */
    Optional<File> imgCif(IcatDraft.File wanted) {
        return files.stream()
                .filter(file -> file.name().equals(wanted.name()))
                .findFirst()
                .or(() -> files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty());
    }

    /** Whether it has a datafile of that name. */
    boolean hasFile(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** Ids of the types of its parameters. */
    Set<Long> types() {
        return parameters.keySet();
    }

    /** Whether nothing is missing of the link to the raw dataset. */
    boolean isLinked() {
        return complete && jobs > 0;
    }
}
