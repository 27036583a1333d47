package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.files.NaturalOrder;
import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.adapter.hdf5.master.MasterDialect.Recognition;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.FolderEntries;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the masters of a dataset by looking into its HDF5 files. */
final class MasterSearch {

    /** A folder with more files than this is no folder of one dataset of HDF5 files. */
    private static final int MOST_FILES = 20_000;

    private final DataRoots roots;
    private final List<MasterDialect> dialects;

    /** Looks for masters of these dialects, in this order, into files below the data roots. */
    MasterSearch(DataRoots roots, List<MasterDialect> dialects) {
        this.roots = roots;
        this.dialects = List.copyOf(dialects);
    }

    /**
     * What was found.
     *
     * @param masters in natural order of their names
     * @param damaged HDF5 files that could not be read, as findings
     * @param files   how many files there are; not counted beyond 20 000
     * @param hdf5    how many of those that were looked at are HDF5
     */
    record Found(List<Master> masters, List<Finding> damaged, int files, int hdf5) {
        Found {
            masters = List.copyOf(masters);
            damaged = List.copyOf(damaged);
        }

        /** What to say where there is no master: nothing of this format, unless all HDF5 files are damaged. */
        RawReading nothing(List<MasterDialect> dialects) {
            if (!damaged.isEmpty() && damaged.size() == hdf5) {
                return new RawReading.Unusable(damaged);
            }
            StringBuilder text = new StringBuilder(
                    dialects.stream().map(MasterDialect::lookedFor).collect(Collectors.joining("; ")));
            text.append("; found " + (files == MOST_FILES ? "at least " : "") + files
                    + (files == 1 ? " file, " : " files, ") + hdf5 + (files == 1 ? " of it HDF5" : " of them HDF5"));
            damaged.forEach(finding -> text.append("; damaged: ").append(finding.message()));
            return new RawReading.Absent(text.toString());
        }
    }

    /** Looks at a file, or at the files of a folder. Data files are many and masters few: they are looked into last. */
    Found in(Path location) {
        List<Path> files = files(roots.confine(location));
        Search search = new Search();
        files.stream().filter(path -> !looksLikeData(path)).forEach(search::at);
        if (search.masters.isEmpty()) {
            files.stream().filter(MasterSearch::looksLikeData).forEach(search::at);
        }
        return new Found(search.masters, search.damaged, files.size(), search.hdf5);
    }

    private final class Search {

        private final List<Master> masters = new ArrayList<>();
        private final List<Finding> damaged = new ArrayList<>();
        private int hdf5;

        private void at(Path path) {
            if (!roots.holds(path) || !Hdf5File.hasSignature(path)) {
                return;
            }
            hdf5++;
            try (Hdf5File file = Hdf5File.open(path, roots)) {
                dialects.stream()
                        .map(dialect -> new Master(path, dialect, dialect.recognise(file)))
                        .filter(master -> master.recognition() != Recognition.NONE)
                        .min(Comparator.comparing(Master::recognition))
                        .ifPresent(masters::add);
            } catch (Hdf5Unreadable e) {
                damaged.add(Finding.error(path.getFileName().toString(), String.valueOf(e.getMessage())));
            }
        }
    }

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
        try {
            return FolderEntries.of(location).stream()
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName()), NaturalOrder.OF_NAMES))
                    .limit(MOST_FILES)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot list " + location, e);
        }
    }
}
