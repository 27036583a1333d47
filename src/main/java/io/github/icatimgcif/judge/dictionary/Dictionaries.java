package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** The dictionaries that a file can be held against. */
public final class Dictionaries {

    private static final String MASTER = "cif_img.dic";
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
     * @throws IllegalArgumentException if there is no dictionary that can be used; the message says what would be right
     */
    public static CifDictionary in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(MASTER))) {
            throw new IllegalArgumentException("there is no dictionary in " + folder + ": give a folder with " + MASTER
                    + " and the files that it imports");
        }
        try {
            CifDictionary dictionary = DdlmReader.read(folder, MASTER);
            if (dictionary.items().isEmpty()) {
                throw new IllegalArgumentException(MASTER + " defines no item");
            }
            return dictionary;
        } catch (IOException | CifUnreadable | IllegalArgumentException e) {
            String what =
                    e instanceof NoSuchFileException missing ? "there is no " + missing.getMessage() : e.getMessage();
            // Without the cause, which says all of it: a start that fails tells the innermost message.
            throw new IllegalArgumentException("the dictionary in " + folder + " cannot be used: " + what
                    + "; take the DDLm files of one release of CIF_IMG and all that they import");
        }
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
