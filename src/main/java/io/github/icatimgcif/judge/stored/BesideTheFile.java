package io.github.icatimgcif.judge.stored;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of an imgCIF that lies on this machine: a relative URI leads from its folder, an empty one to itself, {@code file:} to
 * an absolute path. What any other URI leads to is not here.
 */
public final class BesideTheFile implements StoredFiles {

    private static final Pattern WITH_SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*):(.*)");
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)(?://(?:localhost)?)?(/[^/].*)");

    private final Path file;

    /** The files beside an imgCIF. */
    public BesideTheFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public Optional<String> missing(String uri) {
        try {
            Path path = path(uri);
            return Files.isRegularFile(path)
                    ? Optional.empty()
                    : Optional.of("there is no file " + path + ", to which " + uri + " leads");
        } catch (NotStored e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public StoredFile open(String uri) {
        missing(uri).ifPresent(why -> {
            throw new NotStored(why);
        });
        return StoredFile.at(path(uri));
    }

    private Path path(String uri) {
        Matcher scheme = WITH_SCHEME.matcher(uri);
        try {
            return scheme.matches()
                    ? absolute(uri, scheme.group(1), scheme.group(2))
                    : uri.isEmpty() ? file : file.resolveSibling(decoded(uri)).normalize();
        } catch (InvalidPathException e) {
            throw new NotStored("the URI " + uri + " is no path of a file: " + e.getReason());
        }
    }

    private static Path absolute(String uri, String scheme, String rest) {
        Matcher path = ABSOLUTE.matcher(rest);
        if (!scheme.equalsIgnoreCase("file") || !path.matches()) {
            throw new NotStored("the URI " + uri
                    + " leads to another machine: give the folder that has copies of the files (--local)");
        }
        return Path.of(decoded(path.group(1))).normalize();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.split("[?#]", 2)[0].replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // a percent sign that escapes nothing is one
        }
    }
}
