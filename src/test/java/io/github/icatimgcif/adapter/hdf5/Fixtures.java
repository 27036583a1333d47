package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.conversion.DataRoots;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The small files of make_fixtures.py. */
final class Fixtures {

    private Fixtures() {}

    static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(Fixtures.class.getResource("/hdf5")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Hdf5File open(String name) {
        return Hdf5File.open(folder().resolve(name), new DataRoots(List.of(folder())));
    }

    static Hdf5Dataset dataset(Hdf5File file, String path) {
        return (Hdf5Dataset) file.at(path).orElseThrow();
    }

    static Hdf5Group group(Hdf5File file, String path) {
        return (Hdf5Group) file.at(path).orElseThrow();
    }
}
