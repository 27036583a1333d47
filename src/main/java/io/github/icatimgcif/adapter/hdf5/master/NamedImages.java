package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.adapter.files.tiff.TiffBytes;
import io.github.icatimgcif.adapter.files.tiff.TiffFile;
import io.github.icatimgcif.adapter.files.tiff.TiffImage;
import io.github.icatimgcif.adapter.files.tiff.TiffUnreadable;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.FolderEntries;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Images that lie in files of their own, TIFF, whose names a master lists; as written, or moved together with the master. */
public final class NamedImages {

    private final Path folder;
    private final DataRoots roots;
    private final Findings findings;
    private final Map<Path, Set<String>> listed = new HashMap<>();

    /** Images beside or below the folder of {@code master}, or anywhere below the data roots if the names are absolute. */
    public NamedImages(Path master, DataRoots roots, Findings findings) {
        this.folder = Optional.ofNullable(master.toAbsolutePath().getParent()).orElse(master);
        this.roots = roots;
        this.findings = findings;
    }

    /**
     * The images of a list.
     *
     * @param subject path of the list, for messages
     * @param names   one a frame, in their order
     * @throws NotUsable if a file is not there while later ones are, if none is there, or if they are no TIFF
     */
    public ImageData of(String subject, List<String> names) {
        List<Path> there = new ArrayList<>();
        int missing = 0;
        for (String name : names) {
            Optional<Path> file = find(name.strip());
            if (file.isPresent() && missing > 0) {
                throw new NotUsable(
                        subject,
                        "image " + names.get(there.size())
                                + " is not there while later ones are, so that the angles of the latter are not known");
            }
            file.ifPresentOrElse(there::add, () -> findings.missing("image " + name.strip() + " is not there"));
            missing += file.isPresent() ? 0 : 1;
        }
        if (there.isEmpty()) {
            throw new NotUsable(
                    subject,
                    names.isEmpty()
                            ? "lists no image"
                            : "none of the " + names.size() + " images that are named is there, the first is "
                                    + names.get(0));
        }
        if (missing > 0) {
            findings.warning(
                    subject,
                    missing + " of the " + names.size() + " images that are named are not there, the first is "
                            + names.get(there.size()));
        }
        TiffImage image = image(there.get(0));
        return new ImageData(runs(there), List.of(image.width(), image.height()), OptionalInt.of(image.bitDepth()));
    }

    private TiffImage image(Path file) {
        NotUsable notTiff = new NotUsable(file.toString(), "is no TIFF file with an image");
        RawFile name = new RawFile(String.valueOf(file.getFileName()));
        try (FileContent content = RawFiles.at(file, roots).open(name).orElseThrow(() -> notTiff)) {
            return TiffFile.of(TiffBytes.of(content)).orElseThrow(() -> notTiff).image();
        } catch (TiffUnreadable e) {
            throw new NotUsable(file.toString(), e.reason());
        } catch (FilesUnusable e) {
            throw notTiff;
        }
    }

    private Optional<Path> find(String name) {
        if (!name.toLowerCase(Locale.ROOT).matches("(?s).*\\.tiff?")) {
            throw new NotUsable(name, "is named as an image and is no TIFF file, the only kind that can be named so");
        }
        try {
            return places(Path.of(name)).stream().filter(this::isThere).findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Set<Path> places(Path named) {
        Set<Path> places = new LinkedHashSet<>();
        places.add(folder.resolve(named).normalize());
        int names = named.getNameCount();
        for (int kept = Math.min(2, names); kept > 0; kept--) {
            places.add(folder.resolve(named.subpath(names - kept, names)).normalize());
        }
        return places;
    }

    private boolean isThere(Path file) {
        Path parent = file.getParent();
        Path name = file.getFileName();
        return parent != null
                && name != null
                && listed.computeIfAbsent(parent, this::names).contains(name.toString());
    }

    private Set<String> names(Path parent) {
        if (!roots.holds(parent) || !Files.isDirectory(parent)) {
            return Set.of();
        }
        try {
            return FolderEntries.of(parent).stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot list " + parent, e);
        }
    }

    /** As few runs of numbered files as possible. */
    private static FrameLocations runs(List<Path> files) {
        List<FrameLocations.Run> runs = new ArrayList<>();
        Optional<Numbered> first = Optional.empty();
        int count = 0;
        for (Path file : files) {
            Optional<Numbered> next = Numbered.of(file);
            if (first.isPresent() && next.isPresent() && next.get().follows(first.get(), count)) {
                count++;
                continue;
            }
            int length = count;
            first.ifPresent(run -> runs.add(run.run(length)));
            if (next.isEmpty()) {
                runs.add(new FrameLocations.InFile(
                        new FrameLocation(file, FrameLocation.Format.TIFF, Optional.empty(), 0), 1, 1));
            }
            first = next;
            count = 1;
        }
        int length = count;
        first.ifPresent(run -> runs.add(run.run(length)));
        return new FrameLocations(runs);
    }
}
