package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Group;
import io.github.icatimgcif.conversion.DataRoots;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The pieces of masters of {@code nxmx/make_folders.py}, function parts. */
final class Parts {

    private static final Path FOLDER = Path.of("src/test/resources/nxmx/parts").toAbsolutePath();

    private Parts() {}

    /** What a reader makes of one of the entries. */
    static <T> T read(String entry, Function<NxmxEntry, T> reader) {
        try (Hdf5File file = Hdf5File.open(FOLDER.resolve("parts.h5"), new DataRoots(List.of(FOLDER)))) {
            return reader.apply(new NxmxEntry(
                    file, entry, (Hdf5Group) file.at(entry).orElseThrow(), entry + "/instrument/detector", List.of()));
        }
    }
}
