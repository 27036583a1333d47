package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.collect.CatalogueFiles.Listed;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which file of a folder is which of the catalogue. Where two entries mean one file, none is taken for it. */
public final class FilesInCatalogue {

    private final Map<Path, Listed> known = new HashMap<>();

    /**
     * The files of one dataset.
     *
     * @param folder where they lie
     * @param listed what the catalogue has of them
     */
    public FilesInCatalogue(RawFolder folder, Collection<Listed> listed) {
        Set<Path> claimedTwice = new HashSet<>();
        for (Listed file : listed) {
            below(folder, file).ifPresent(below -> {
                if (known.put(below, file) != null) {
                    claimedTwice.add(below);
                }
            });
        }
        known.keySet().removeAll(claimedTwice);
    }

    /**
     * What the catalogue says of a file.
     *
     * @param below its path from the folder
     */
    public Optional<Listed> of(Path below) {
        return Optional.ofNullable(known.get(below));
    }

    /** By its location if that lies in the folder, else by its name, which may have folders too. */
    private static Optional<Path> below(RawFolder folder, Listed file) {
        try {
            // An IDS that signs locations puts a blank and 64 digits behind them.
            Path location =
                    Path.of(file.location().replaceFirst(" [0-9a-f]{64}$", "")).normalize();
            Optional<Path> below = folder.below(location);
            if (below.isPresent()) {
                return below;
            }
            Path name = Path.of(file.name()).normalize();
            return name.isAbsolute() || name.startsWith("..") || file.name().isBlank()
                    ? Optional.empty()
                    : Optional.of(name);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
