package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifCompound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code _import.get}.
 *
 * @param file     name of the file beside the dictionary
 * @param save     code or name of the frame, in lower case
 * @param full     whether the definition is taken with all below it ({@code Full}), or only its attributes ({@code Contents})
 * @param dupl     what becomes of what is there already: {@code exit}, {@code ignore}, {@code replace}
 * @param missing  what becomes of what is not found: {@code exit}, {@code ignore}
 */
record DdlmImport(String file, String save, boolean full, String dupl, String missing) {

    /**
     * The imports of a frame.
     *
     * @throws IllegalArgumentException if they are not spelled as DDLm has them
     */
    static List<DdlmImport> of(DdlmFrame frame) {
        List<DdlmImport> imports = new ArrayList<>();
        for (CifCompound value : frame.values("_import.get")) {
            if (!(value instanceof CifCompound.Items list)) {
                throw new IllegalArgumentException("_import.get of " + frame.id() + " is not a list of tables");
            }
            for (CifCompound entry : list.items()) {
                if (!(entry instanceof CifCompound.Table table)) {
                    throw new IllegalArgumentException("_import.get of " + frame.id() + " is not a list of tables");
                }
                imports.add(of(table.entries(), frame));
            }
        }
        return imports;
    }

    private static DdlmImport of(Map<String, CifCompound> entries, DdlmFrame frame) {
        String file = text(entries, "file")
                .orElseThrow(() -> new IllegalArgumentException("_import.get of " + frame.id() + " names no file"));
        String save = text(entries, "save")
                .orElseThrow(() -> new IllegalArgumentException("_import.get of " + frame.id() + " names no frame"));
        return new DdlmImport(
                file,
                save.toLowerCase(Locale.ROOT),
                text(entries, "mode").filter("Full"::equalsIgnoreCase).isPresent(),
                text(entries, "dupl").orElse("Exit").toLowerCase(Locale.ROOT),
                text(entries, "miss").orElse("Exit").toLowerCase(Locale.ROOT));
    }

    boolean mayBeMissing() {
        return missing.equals("ignore");
    }

    private static Optional<String> text(Map<String, CifCompound> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .flatMap(value -> value instanceof CifCompound.Single single
                        ? single.value().asText()
                        : Optional.empty());
    }
}
