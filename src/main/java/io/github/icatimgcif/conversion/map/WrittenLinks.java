package io.github.icatimgcif.conversion.map;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which raw files the URIs of an imgCIF mean that this program wrote: what {@link ExternalUris} made of paths is undone. Nothing is
 * looked up, so that it works for files on tape too.
 */
public final class WrittenLinks {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final String OF_A_PATH = "([A-Za-z0-9._~/%-]+)";

    private final Path imgCifFolder;
    private final Path datasetFolder;
    private final List<Form> forms;

    private record Form(Pattern pattern, String placeholder) {}

    /**
     * The links of one imgCIF.
     *
     * @param template      by which they were written; those to where the data lie are known besides
     * @param imgCifFolder  absolute folder of the imgCIF
     * @param datasetFolder absolute folder of the raw files
     */
    public WrittenLinks(String template, Path imgCifFolder, Path datasetFolder) {
        this.imgCifFolder = imgCifFolder;
        this.datasetFolder = datasetFolder;
        List<Form> found = new ArrayList<>();
        form(ExternalUris.LOCAL_FILES).ifPresent(found::add);
        form(ExternalUris.ascii(template)).ifPresent(found::add);
        this.forms = List.copyOf(found);
    }

    /** The file that a URI means, absolute and without dots; empty if it was not written by the templates. */
    public Optional<Path> file(String uri) {
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(uri);
            if (matcher.matches()) {
                String path = URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
                return Optional.of(from(form.placeholder()).resolve(path).normalize());
            }
        }
        return Optional.empty();
    }

    private Path from(String placeholder) {
        return switch (placeholder) {
            case "relative" -> imgCifFolder;
            case "below" -> datasetFolder;
            default -> Path.of("/");
        };
    }

    /** The first placeholder of a path is read, all others are passed over. */
    private static Optional<Form> form(String template) {
        StringBuilder pattern = new StringBuilder();
        Optional<String> read = Optional.empty();
        int end = 0;
        for (Matcher found = PLACEHOLDER.matcher(template); found.find(); end = found.end()) {
            pattern.append(Pattern.quote(template.substring(end, found.start())));
            String name = found.group(1);
            boolean isRead =
                    read.isEmpty() && List.of("path", "relative", "below").contains(name);
            read = isRead ? Optional.of(name) : read;
            pattern.append(isRead ? OF_A_PATH : name.equals("id") ? "[0-9]+" : "[A-Za-z0-9._~/%-]+");
        }
        pattern.append(Pattern.quote(template.substring(end)));
        return read.map(name -> new Form(Pattern.compile(pattern.toString()), name));
    }
}
