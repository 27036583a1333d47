package io.github.icatimgcif.conversion.map;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The URIs of raw files by the facility's template. One template makes one scheme, as a reader of the file expects.
 *
 * <p>{@code {path}} is the absolute path, {@code {relative}} the path from the folder of the imgCIF, {@code {below}} the path
 * below the dataset's folder, {@code {id}} the dataset's id in the catalogue and {@code {doi}} its DOI.
 */
public final class ExternalUris {

    /** Links to where the data lie now. */
    public static final String LOCAL_FILES = "file://{path}";

    private static final int MOST_REMEMBERED = 32;

    private final String template;
    private final Path imgCifFolder;
    private final Path location;
    private final Optional<Long> catalogueId;
    private final Optional<String> doi;
    /** The last few: frames of one file follow one another, and a series may have 100 000 files. */
    private final Map<Path, String> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * URIs for the files of one dataset.
     *
     * @param template     the facility's template
     * @param imgCifFolder absolute folder where the imgCIF will lie
     * @param location     absolute folder of the dataset
     * @param catalogueId  the dataset's id, if it is known
     * @param doi          the dataset's DOI, if it has one
     * @throws IllegalArgumentException if the template asks for an id or a DOI that the dataset does not have
     */
    public ExternalUris(
            String template, Path imgCifFolder, Path location, Optional<Long> catalogueId, Optional<String> doi) {
        this.template = ascii(template);
        this.imgCifFolder = imgCifFolder;
        this.location = location;
        this.catalogueId = catalogueId;
        this.doi = doi;
        if (!isFor(template, catalogueId, doi)) {
            throw new IllegalArgumentException("the template " + template + " asks for what the dataset does not have");
        }
    }

    /**
     * The template of links that begin with {@code base} and go on with the path below the dataset's folder. The base may be
     * relative: then it leads on from the folder of the imgCIF.
     *
     * @throws IllegalArgumentException if no link can begin so
     */
    public static String below(String base) {
        Optional<String> mistake = mistakeOfBase(base);
        if (mistake.isPresent()) {
            throw new IllegalArgumentException("links to raw files cannot begin with '" + base + "': " + mistake.get());
        }
        return (base.endsWith("/") ? base : base + "/") + "{below}";
    }

    private static Optional<String> mistakeOfBase(String base) {
        try {
            URI uri = new URI(ascii(base));
            if (base.isEmpty()) {
                return Optional.of("it is empty");
            }
            if (uri.isOpaque() || uri.isAbsolute() && base.startsWith("http") && uri.getRawAuthority() == null) {
                return Optional.of("after the scheme comes //, and then the host, as in https://data.example.org/raw");
            }
            if (Objects.requireNonNullElse(uri.getRawAuthority(), "").indexOf('%') >= 0) {
                return Optional.of("write the name of its host in ASCII, as xn--...");
            }
            return base.indexOf('?') < 0 && base.indexOf('#') < 0
                    ? Optional.empty()
                    : Optional.of("what follows a ? or # is no path, so that the files could not lie below it");
        } catch (URISyntaxException e) {
            return Optional.of("it is no URI (" + e.getReason() + "); write / between folders, and %20 for a blank");
        }
    }

    /** Whether a template can be filled in for a dataset. */
    static boolean isFor(String template, Optional<Long> catalogueId, Optional<String> doi) {
        return !(template.contains("{id}") && catalogueId.isEmpty() || template.contains("{doi}") && doi.isEmpty());
    }

    /** The URI of a file, always the same for the same file; percent-encoded, ASCII. */
    public String of(Path file) {
        return known.computeIfAbsent(file, this::uri);
    }

    private String uri(Path file) {
        return template.replace("{path}", encoded(file.toString()))
                .replace("{relative}", encoded(relative(imgCifFolder, file)))
                .replace("{below}", encoded(relative(datasetFolder(file), file)))
                .replace("{id}", catalogueId.map(String::valueOf).orElse(""))
                .replace("{doi}", encoded(doi.orElse("")));
    }

    /** Where the dataset lies: its location, or the folder of it if the location is a raw file, a master for example. */
    private Path datasetFolder(Path file) {
        Path parent = location.getParent();
        return file.startsWith(location) && !file.equals(location) || parent == null ? location : parent;
    }

    private static String relative(Path from, Path to) {
        return from.relativize(to).toString();
    }

    /** Everything but unreserved characters and the slash is percent-encoded, as UTF-8. */
    private static String encoded(String text) {
        return encoded(
                text,
                c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0);
    }

    /** What is beyond ASCII is percent-encoded, as UTF-8; the rest is spelled as a URI already. */
    static String ascii(String text) {
        return encoded(text, c -> c < 0x80);
    }

    private static String encoded(String text, IntPredicate isKept) {
        StringBuilder uri = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isKept.test(c)) {
                uri.append(c);
            } else {
                uri.append('%').append(String.format("%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
