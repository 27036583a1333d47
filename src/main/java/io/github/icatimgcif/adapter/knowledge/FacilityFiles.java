package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.dataset.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files a facility edits: those of a folder beside the service, and for every file that is not there the one that ships
 * inside the service.
 */
public final class FacilityFiles {

    private static final String SHIPPED = "facility-defaults/";

    /** A file that is always shipped; the others are found beside it, in a folder of classes as well as in a jar. */
    private static final String LANDMARK = SHIPPED + "README.md";

    private final Map<String, String> textByPath;

    private FacilityFiles(Map<String, String> textByPath) {
        this.textByPath = textByPath;
    }

    /**
     * The shipped files, each replaced by the one of the same relative path in {@code folder}; files that are only there are
     * added.
     *
     * @param folder need not exist
     * @throws UncheckedIOException if a file cannot be read
     */
    public static FacilityFiles of(Path folder) {
        Map<String, String> texts = new TreeMap<>(shipped());
        texts.putAll(in(folder));
        return new FacilityFiles(texts);
    }

    /** Only the files of a folder. */
    static FacilityFiles onlyOf(Path folder) {
        return new FacilityFiles(new TreeMap<>(in(folder)));
    }

    /** The texts of the YAML files below a folder ({@code mapping}), by relative path, in alphabetical order. */
    public Map<String, String> below(String folder) {
        Map<String, String> found = new TreeMap<>();
        textByPath.forEach((path, text) -> {
            if (path.startsWith(folder + "/")) {
                found.put(path, text);
            }
        });
        return found;
    }

    /** Twelve digits that change with the mapping, beamline and facility files: by which knowledge an imgCIF was made. */
    public String version() {
        StringBuilder all = new StringBuilder();
        textByPath.forEach(
                (path, text) -> all.append(path).append('\n').append(text).append('\n'));
        return Sha256.of(all.toString()).substring(0, 12);
    }

    private static Map<String, String> in(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        // Kubernetes mounts a ConfigMap as links into a hidden folder; following them twice would read each file twice.
        try (Stream<Path> files = Files.walk(folder, 4, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(FacilityFiles::isWanted).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".") && !path.contains("/.")) {
                    texts.put(path, Files.readString(file));
                }
            }
            return texts;
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("cannot read the configuration in " + folder, cannotRead);
        }
    }

    private static boolean isWanted(Path file) {
        return file.toString().endsWith(".yaml") && Files.isRegularFile(file);
    }

    private static Map<String, String> shipped() {
        URL landmark = FacilityFiles.class.getClassLoader().getResource(LANDMARK);
        if (landmark == null) {
            throw new IllegalStateException("the service was packed without its configuration: no " + LANDMARK);
        }
        try {
            if (landmark.getProtocol().equals("file")) {
                return in(Path.of(landmark.toURI()).resolveSibling(""));
            }
            return inJar(Path.of(new URI(jarOf(landmark))));
        } catch (IOException | URISyntaxException cannotRead) {
            throw new IllegalStateException("cannot read the shipped configuration at " + landmark, cannotRead);
        }
    }

    /** {@code jar:file:/x/app.jar!/facility-defaults/README.md} lies in {@code file:/x/app.jar}. */
    private static String jarOf(URL resource) throws IOException {
        if (resource.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFileURL().toString();
        }
        String text = resource.toString();
        return text.substring(text.indexOf("file:"), text.indexOf("!/"));
    }

    private static Map<String, String> inJar(Path jar) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith(SHIPPED) && entry.getName().endsWith(".yaml")) {
                    try (InputStream content = file.getInputStream(entry)) {
                        texts.put(
                                entry.getName().substring(SHIPPED.length()),
                                new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return texts;
    }
}
