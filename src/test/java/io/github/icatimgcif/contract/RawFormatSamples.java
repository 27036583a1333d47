package io.github.icatimgcif.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Data sets of one format, from its own fixtures.
 *
 * @param format  name of the format
 * @param suffix  what its files are called as a rule ({@code .cbf})
 * @param typical folders of fixtures with nothing but files of this format and what they link to, beside one another
 * @param roots   folders that hold all folders of fixtures of this format
 * @param refused names of those of them of which no part can be read, or that are no data sets
 * @param renamed another name for a file by whose content the format is to be recognised; the same name for all others
 */
public record RawFormatSamples(
        String format,
        String suffix,
        List<String> typical,
        List<String> roots,
        Set<String> refused,
        UnaryOperator<String> renamed) {

    private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();

    public RawFormatSamples {
        typical = List.copyOf(typical);
        roots = List.copyOf(roots);
        refused = Set.copyOf(refused);
    }

    /** The typical folders. */
    Stream<Path> typicalFolders() {
        return typical.stream().map(RESOURCES::resolve);
    }

    /** All folders of which something can be read. */
    List<Path> readableFolders() {
        return roots.stream()
                .map(RESOURCES::resolve)
                .flatMap(root -> entries(root).stream())
                .filter(Files::isDirectory)
                .filter(folder -> !refused.contains(name(folder)))
                .toList();
    }

    /** The files and folders in a folder, by name. */
    static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the files of a folder into one that is there, under the names that {@code renamed} gives them. */
    static Path copy(Path folder, Path into, UnaryOperator<String> renamed) throws IOException {
        for (Path file : entries(folder)) {
            Files.copy(file, into.resolve(renamed.apply(name(file))), StandardCopyOption.REPLACE_EXISTING);
        }
        return into;
    }

    /** Copies the files of a folder into one that is there. */
    static Path copy(Path folder, Path into) throws IOException {
        return copy(folder, into, UnaryOperator.identity());
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
