package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.Hdf5Unreadable;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the masters of a format in a dataset by looking into its HDF5 files. */
public final class MasterSearch {

    /** A folder with more files than this is no folder of one dataset of HDF5 files. */
    private static final int MOST_FILES = 20_000;

    /** How a file was recognised. */
    public enum Recognition {
        /** It says that it is of the format. */
        BY_DEFINITION,
        /** It has the groups that only this format has. */
        BY_STRUCTURE,
        /** It is not. */
        NONE
    }

    private final DataRoots roots;
    private final Function<Hdf5File, Recognition> recognise;

    /** Looks with {@code recognise} into files below the data roots. */
    public MasterSearch(DataRoots roots, Function<Hdf5File, Recognition> recognise) {
        this.roots = roots;
        this.recognise = recognise;
    }

    /**
     * What was found.
     *
     * @param masters masters; if any says that it is one, only those
     * @param damaged HDF5 files that could not be read, as findings
     * @param files   how many files there are; not counted beyond 20 000
     * @param hdf5    how many of those that were looked at are HDF5
     */
    public record Found(List<Path> masters, List<Finding> damaged, int files, int hdf5) {
        public Found {
            masters = List.copyOf(masters);
            damaged = List.copyOf(damaged);
        }

        /**
         * What to say where there is no master: nothing of this format, unless all HDF5 files are damaged.
         *
         * @param lookedFor what was looked for, for a person
         */
        public RawReading nothing(String lookedFor) {
            if (!damaged.isEmpty() && damaged.size() == hdf5) {
                return new RawReading.Unusable(damaged);
            }
            StringBuilder text = new StringBuilder(lookedFor + "; found "
                    + (files == MOST_FILES ? "at least " : "") + files + (files == 1 ? " file, " : " files, ") + hdf5
                    + (files == 1 ? " of it HDF5" : " of them HDF5"));
            damaged.forEach(finding -> text.append("; damaged: ").append(finding.message()));
            return new RawReading.Absent(text.toString());
        }
    }

    /** Looks at a file, or at the files of a folder. Data files are many and masters few: they are looked into last. */
    public Found in(Path location) {
        List<Path> files = files(roots.confine(location));
        Search search = new Search();
        files.stream().filter(path -> !looksLikeData(path)).forEach(search::at);
        if (search.defined.isEmpty() && search.similar.isEmpty()) {
            files.stream().filter(MasterSearch::looksLikeData).forEach(search::at);
        }
        List<Path> masters = search.defined.isEmpty() ? search.similar : search.defined;
        return new Found(masters, search.damaged, files.size(), search.hdf5);
    }

    private final class Search {

        private final List<Path> defined = new ArrayList<>();
        private final List<Path> similar = new ArrayList<>();
        private final List<Finding> damaged = new ArrayList<>();
        private int hdf5;

        private void at(Path path) {
            if (!roots.holds(path) || !Hdf5File.hasSignature(path)) {
                return;
            }
            hdf5++;
            try (Hdf5File file = Hdf5File.open(path, roots)) {
                switch (recognise.apply(file)) {
                    case BY_DEFINITION -> defined.add(path);
                    case BY_STRUCTURE -> similar.add(path);
                    case NONE -> {}
                }
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
