package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.FreshFolder;
import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the file a link names, as libhdf5 does, but never outside the data roots; every file is known once. */
final class LinkedFiles {

    private final DataRoots roots;
    private final OpenFiles pool = new OpenFiles();
    private final Map<Path, OpenedFile> known = new HashMap<>();
    private final Set<Path> listed = new HashSet<>();

    LinkedFiles(DataRoots roots) {
        this.roots = roots;
    }

    /**
     * What a search found.
     *
     * @param file  the file, if it is there and may be read
     * @param tried the places inside the roots that were looked at, the likeliest first
     * @param named whether the place as named lies inside the roots
     */
    record Search(Optional<OpenedFile> file, List<Path> tried, boolean named) {}

    /** Looks for what {@code name} means in a link of {@code parent}. */
    Search search(OpenedFile parent, String name) {
        Set<Path> places;
        try {
            places = places(parent, name);
        } catch (InvalidPathException e) {
            return new Search(Optional.empty(), List.of(), true);
        }
        List<Path> allowed = places.stream().filter(roots::holds).toList();
        Optional<OpenedFile> file = amongThose(allowed)
                .or(() -> amongThose(allowed.stream().filter(this::mayHaveCome).toList()))
                .map(this::opened);
        boolean named = places.isEmpty() || allowed.contains(places.iterator().next());
        return new Search(file, allowed, named);
    }

    private static Optional<Path> amongThose(List<Path> places) {
        return places.stream().filter(LinkedFiles::isThere).findFirst();
    }

    /** Whether it is worth while to look again: its folder was asked of the storage anew, which is done once for a folder. */
    private boolean mayHaveCome(Path path) {
        Path folder = path.getParent();
        return folder != null && listed.add(folder) && FreshFolder.wasListed(path);
    }

    /** The file at {@code path}, which must be below the roots. */
    OpenedFile opened(Path path) {
        Path real = roots.confine(path);
        return known.computeIfAbsent(
                real, key -> new OpenedFile(path.toAbsolutePath().normalize(), key, pool));
    }

    void close() {
        pool.closeAll();
    }

    /** True if there is a regular file; a pipe or device would never answer. */
    static boolean isThere(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, new LinkOption[0])
                    .isRegularFile();
        } catch (IOException e) {
            if (DataRoots.saysMissing(e)) {
                return false;
            }
            throw Unavailable.ofStorage("cannot look at " + path, e);
        }
    }

    /**
     * As named, then the bare name beside the parent: raw data are moved from the disk they were written on. The parent may
     * have been reached by a symbolic link, then its real folder counts too.
     */
    private static Set<Path> places(OpenedFile parent, String name) {
        Path named = Path.of(name);
        Path bare = named.getFileName();
        Set<Path> places = new LinkedHashSet<>();
        if (named.isAbsolute()) {
            places.add(named.normalize());
        }
        if (bare == null || name.isEmpty()) {
            return places;
        }
        List<Path> folders = List.of(parent.path(), parent.real());
        if (!named.isAbsolute()) {
            folders.forEach(file -> places.add(file.resolveSibling(named).normalize()));
        }
        folders.forEach(file -> places.add(file.resolveSibling(bare)));
        return places;
    }
}
