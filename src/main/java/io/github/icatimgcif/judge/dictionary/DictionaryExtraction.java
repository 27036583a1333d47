package io.github.icatimgcif.judge.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the facts that are shipped with the program ({@code src/main/resources/dictionary/cif_img.tsv}) from the files of the
 * dictionary, which COMCIFS publishes in its repositories imgCIF, cif_multiblock and cif_core:
 *
 * <pre>{@code
 * mvn -q compile
 * java -cp target/classes io.github.icatimgcif.judge.dictionary.DictionaryExtraction \
 *     FOLDER cif_img.dic src/main/resources/dictionary/cif_img.tsv
 * }</pre>
 *
 * FOLDER holds cif_img.dic, multi_block_core.dic, cif_core.dic, templ_attr.cif and templ_enum.cif. The same files give the same
 * bytes.
 */
public final class DictionaryExtraction {

    private DictionaryExtraction() {}

    /**
     * Extracts a dictionary.
     *
     * @param arguments the folder, the name of the dictionary in it, and the file that is written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("three arguments are needed: FOLDER DICTIONARY OUTPUT");
        }
        Files.writeString(
                Path.of(arguments[2]),
                text(DdlmReader.read(Path.of(arguments[0]), arguments[1])),
                StandardCharsets.UTF_8);
    }

    /** The file that is written. */
    static String text(CifDictionary dictionary) {
        return String.join("\n", DictionaryText.lines(dictionary)) + "\n";
    }
}
