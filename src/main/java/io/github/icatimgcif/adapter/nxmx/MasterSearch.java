package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the NXmx masters of a dataset by looking into its HDF5 files. */
final class MasterSearch {

    /** A folder with more files than this is no folder of one dataset of HDF5 files. */
    private static final int MOST_FILES = 20_000;

    private final DataRoots roots;

    MasterSearch(DataRoots roots) {
        this.roots = roots;
    }

    /**
     * What was found.
     *
     * @param masters     NXmx masters, those that say so first
     * @param damaged     HDF5 files that could not be read, as findings
     * @param description what was looked for and what was there, for a person
     */
    record Found(List<Path> masters, List<Finding> damaged, String description) {}

    /** Looks at a file, or at the files of a folder. */
    Found in(Path location) {
        List<Path> files = files(roots.confine(location));
        List<Path> defined = new ArrayList<>();
        List<Path> similar = new ArrayList<>();
        List<Finding> damaged = new ArrayList<>();
        int hdf5 = 0;
        for (Path path : files) {
            if (looksLikeData(path) && !defined.isEmpty()) {
                continue;
            }
            if (!roots.holds(path) || !Hdf5File.hasSignature(path)) {
                continue;
            }
            hdf5++;
            try (Hdf5File file = Hdf5File.open(path, roots)) {
                switch (NxmxEntry.recognise(file)) {
                    case BY_DEFINITION -> defined.add(path);
                    case BY_STRUCTURE -> similar.add(path);
                    case NONE -> {}
                }
            } catch (Hdf5Unreadable e) {
                damaged.add(Finding.error(path.getFileName().toString(), String.valueOf(e.getMessage())));
            }
        }
        String description = "NXmx: looked for an HDF5 file with an entry whose definition is NXmx; found "
                + files.size() + " files, " + hdf5 + " of them HDF5";
        return new Found(defined.isEmpty() ? similar : defined, damaged, description);
    }

    /** Data files are many and masters few: they are looked into only if no other file is a master. */
    private static boolean looksLikeData(Path path) {
        return path.getFileName().toString().matches(".*(_\\d{5,7}|_meta)\\.(h5|hdf5|hdf|nxs)");
    }

    private static List<Path> files(Path location) {
        if (Files.isRegularFile(location)) {
            return List.of(location);
        }
        if (!Files.isDirectory(location)) {
            return List.of(); // listing a pipe would wait for its writer for ever
        }
        try (Stream<Path> entries = Files.list(location)) {
            return entries.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new Unavailable("cannot list " + location, e);
        }
    }
}
