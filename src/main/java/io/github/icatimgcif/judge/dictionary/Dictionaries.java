package io.github.icatimgcif.judge.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** The dictionaries that a file can be held against. */
public final class Dictionaries {

    private static final String SHIPPED = "/dictionary/cif_img.tsv";

    private Dictionaries() {}

    /** CIF_IMG with all that it imports, in the version that is shipped with the program. */
    public static CifDictionary shipped() {
        return Shipped.DICTIONARY;
    }

    /**
     * A newer one, from its DDLm files.
     *
     * @param folder holds cif_img.dic and the files that it imports
     * @throws IOException              if a file cannot be read
     * @throws IllegalArgumentException if a definition is not as DDLm has it
     */
    public static CifDictionary in(Path folder) throws IOException {
        return DdlmReader.read(folder, "cif_img.dic");
    }

    private static final class Shipped {
        private static final CifDictionary DICTIONARY = read();

        private static CifDictionary read() {
            try (InputStream in = Objects.requireNonNull(
                    Dictionaries.class.getResourceAsStream(SHIPPED), "the program lacks " + SHIPPED)) {
                return DictionaryText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + SHIPPED + " of the program", e);
            }
        }
    }
}
