package io.github.icatimgcif.judge.stored;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with copies of the files that URIs lead to. The file of a URI is the one at the end of its path: of
 * {@code https://example.org/d/run1/a.h5} it is d/run1/a.h5 in the folder, or run1/a.h5, or a.h5.
 */
public final class LocalFolder implements StoredFiles {

    private static final Pattern BEFORE_PATH = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/]*)?");

    private final Path folder;

    /** The files in a folder. */
    public LocalFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Presence presence(String uri) {
        return find(uri).isPresent() ? new Presence.There() : new Presence.Missing(why(uri));
    }

    @Override
    public StoredFile open(String uri) {
        return StoredFile.at(find(uri).orElseThrow(() -> new NotStored(why(uri))));
    }

    private Optional<Path> find(String uri) {
        List<String> names = names(uri);
        for (int first = 0; first < names.size(); first++) {
            Optional<Path> file = file(names.subList(first, names.size()));
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private String why(String uri) {
        List<String> names = names(uri);
        return names.isEmpty()
                ? "the URI " + uri + " names no file"
                : "there is no file " + names.get(names.size() - 1) + " in " + folder + ", nor "
                        + String.join("/", names);
    }

    private Optional<Path> file(List<String> names) {
        try {
            return Optional.of(folder.resolve(String.join("/", names))).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The names in the path of a URI; never one that leads out of the folder. */
    private static List<String> names(String uri) {
        String path = BEFORE_PATH.matcher(uri).replaceFirst("").split("[?#]", 2)[0];
        List<String> names = new ArrayList<>();
        Stream.of(path.split("/")).map(LocalFolder::decoded).forEach(name -> {
            if (name.equals("..") || name.contains("/") || name.contains("\0")) {
                names.clear();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        });
        return names;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // a percent sign that escapes nothing is one
        }
    }
}
