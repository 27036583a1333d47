package io.github.icatimgcif.judge.stored;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of an imgCIF that lies on this machine: a relative URI leads from its folder, an empty one to itself, {@code file:} to
 * an absolute path. What any other URI leads to is not here.
 */
public final class BesideTheFile implements StoredFiles {

    private static final Pattern WITH_SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*):(.*)");
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)(?://(?:localhost)?)?(/[^/].*)");

    private static final String ELSEWHERE =
            "files of other machines are looked for only in a folder that has copies of them";

    private final Path file;

    /** The files beside an imgCIF. */
    public BesideTheFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    @Override
    public Presence presence(String uri) {
        if (isElsewhere(uri)) {
            return new Presence.NotAsked(ELSEWHERE);
        }
        try {
            Path path = path(uri);
            return Files.isRegularFile(path)
                    ? new Presence.There()
                    : new Presence.Missing("there is no file " + path + ", to which " + uri + " leads");
        } catch (NotStored e) {
            return new Presence.Missing(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public StoredFile open(String uri) {
        missing(uri).ifPresent(why -> {
            throw new NotStored(why);
        });
        return StoredFile.at(path(uri));
    }

    private static boolean isElsewhere(String uri) {
        Matcher scheme = WITH_SCHEME.matcher(uri);
        return scheme.matches()
                && !(scheme.group(1).equalsIgnoreCase("file")
                        && ABSOLUTE.matcher(scheme.group(2)).matches());
    }

    private Path path(String uri) {
        Matcher scheme = WITH_SCHEME.matcher(uri);
        try {
            if (scheme.matches()) {
                Matcher absolute = ABSOLUTE.matcher(scheme.group(2));
                return Path.of(decoded(absolute.replaceFirst("$1"))).normalize();
            }
            return uri.isEmpty() ? file : file.resolveSibling(decoded(uri)).normalize();
        } catch (InvalidPathException e) {
            throw new NotStored("the URI " + uri + " is no path of a file: " + e.getReason());
        }
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.split("[?#]", 2)[0].replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // a percent sign that escapes nothing is one
        }
    }
}
