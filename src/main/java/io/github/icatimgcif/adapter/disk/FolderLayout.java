package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.conversion.collect.DatasetFolders.Wanted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which folders below a data root hold raw data, and what their names mean. */
final class FolderLayout {

    private static final String PROPOSAL = "{proposal}";
    private static final String BEAMLINE = "{beamline}";
    private static final String SESSION = "{session}";

    /** A session is a date; that tells it from the folders beside it. */
    private static final Pattern DATE = Pattern.compile("\\d+");

    private final List<String> segments;

    /**
     * A layout.
     *
     * @param template segments of a path: {@code {proposal}}, {@code {beamline}}, {@code {session}}, or the name of a folder
     */
    FolderLayout(String template) {
        this.segments = List.of(template.split("/"));
    }

    /**
     * Where in a layout a folder is.
     *
     * @param proposal as its folder is called; empty text if the layout has none
     * @param beamline as its folder is called
     */
    record Place(String proposal, Optional<String> beamline) {}

    /** Lets a walk go below each folder of this layout that is wanted. */
    void follow(Path root, Wanted wanted, FolderWalk walk) {
        follow(root, 0, new Place("", Optional.empty()), wanted, walk);
    }

    private void follow(Path folder, int depth, Place place, Wanted wanted, FolderWalk walk) {
        if (depth == segments.size()) {
            walk.below(folder, place);
            return;
        }
        String segment = segments.get(depth);
        Optional<String> name = name(segment, wanted);
        if (name.isPresent()) {
            Path next = folder.resolve(name.get());
            if (Files.isDirectory(next)) {
                follow(next, depth + 1, at(place, segment, name.get()), wanted, walk);
            }
            return;
        }
        walk.eachFolder(folder, next -> {
            String found = String.valueOf(next.getFileName());
            if (!segment.equals(SESSION) || DATE.matcher(found).matches()) {
                follow(next, depth + 1, at(place, segment, found), wanted, walk);
            }
        });
    }

    /** The name that a folder must have here; empty if any will do. */
    private static Optional<String> name(String segment, Wanted wanted) {
        return switch (segment) {
            case PROPOSAL -> wanted.proposal();
            case SESSION -> wanted.session();
            case BEAMLINE -> Optional.empty();
            default -> Optional.of(segment);
        };
    }

    private static Place at(Place place, String segment, String name) {
        return switch (segment) {
            case PROPOSAL -> new Place(name, place.beamline());
            case BEAMLINE -> new Place(place.proposal(), Optional.of(name));
            default -> place;
        };
    }
}
