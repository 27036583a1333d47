package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.judge.dictionary.CifDictionary.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a dictionary that is written in DDLm, with all that it imports from the files beside it.
 *
 * @see <a href="https://github.com/COMCIFS/cif_core/blob/main/ddl.dic">DDLm</a>
 */
public final class DdlmReader {

    private final Path folder;
    private final Map<String, DdlmFile> files = new HashMap<>();
    private final Set<String> following = new HashSet<>();
    private final List<Edition> editions = new ArrayList<>();

    private DdlmReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The dictionary that a file holds.
     *
     * @param folder where it and the files lie that it imports
     * @param file   its name in that folder, {@code cif_img.dic}
     * @throws IOException              if a file cannot be read
     * @throws CifUnreadable            if a file is not CIF
     * @throws IllegalArgumentException if a definition or an import is not as DDLm has it
     */
    public static CifDictionary read(Path folder, String file) throws IOException {
        DdlmReader reader = new DdlmReader(folder);
        Map<String, DdlmFrame> definitions = reader.definitions(file);
        List<DictionaryCategory> categories = new ArrayList<>();
        List<DictionaryItem> items = new ArrayList<>();
        for (DdlmFrame definition : definitions.values()) {
            if (definition.isCategory()) {
                categories.add(DdlmFacts.category(definition));
            } else if (definition.id().startsWith("_")) {
                items.add(DdlmFacts.item(definition));
            }
        }
        return new CifDictionary(reader.editions, categories, items);
    }

    /** The definitions of a file and of those that it imports whole, by name; an import adds, and replaces only if it says so. */
    private Map<String, DdlmFrame> definitions(String name) throws IOException {
        if (!following.add(name)) {
            throw new IllegalArgumentException(name + " imports itself");
        }
        DdlmFile file = file(name);
        editions.add(new Edition(
                file.head().single("_dictionary.title").orElse(name),
                file.head().single("_dictionary.version").orElse("?"),
                file.head().single("_dictionary.date").orElse("?")));
        Map<String, DdlmFrame> definitions = new LinkedHashMap<>();
        file.frames().forEach(frame -> definitions.put(frame.id(), frame));
        for (DdlmFrame frame : file.frames()) {
            for (DdlmImport entry : DdlmImport.of(frame)) {
                if (entry.full()) {
                    takeAll(entry, definitions);
                } else {
                    takeContents(entry, frame);
                }
            }
        }
        following.remove(name);
        return definitions;
    }

    private void takeAll(DdlmImport entry, Map<String, DdlmFrame> definitions) throws IOException {
        if (!isThere(entry)) {
            return;
        }
        Map<String, DdlmFrame> imported = definitions(entry.file());
        for (DdlmFrame frame : below(entry, imported)) {
            if (entry.dupl().equals("replace") || !definitions.containsKey(frame.id())) {
                definitions.put(frame.id(), frame);
            } else if (!entry.dupl().equals("ignore")) {
                throw new IllegalArgumentException(
                        frame.id() + " is defined already and again in " + entry.file() + ", which is imported");
            }
        }
    }

    /** The frame that is asked for, with all that lies below it; below a head lies the whole dictionary. */
    private static List<DdlmFrame> below(DdlmImport entry, Map<String, DdlmFrame> imported) {
        DdlmFrame asked = imported.values().stream()
                .filter(frame -> isNamed(frame, entry))
                .findFirst()
                .orElseThrow(() -> missing(entry));
        if (asked.isHead()) {
            return imported.values().stream().filter(frame -> frame != asked).toList();
        }
        Set<String> taken = new HashSet<>(Set.of(asked.id()));
        List<DdlmFrame> below = new ArrayList<>(List.of(asked));
        for (boolean more = true; more; ) {
            more = false;
            for (DdlmFrame frame : imported.values()) {
                String parent = frame.single("_name.category_id").orElse("").toLowerCase(Locale.ROOT);
                if (taken.contains(parent) && taken.add(frame.id())) {
                    below.add(frame);
                    more = true;
                }
            }
        }
        return below;
    }

    private void takeContents(DdlmImport entry, DdlmFrame into) throws IOException {
        if (!isThere(entry)) {
            return;
        }
        List<DdlmFrame> found = file(entry.file()).frames().stream()
                .filter(frame -> isNamed(frame, entry))
                .toList();
        if (found.isEmpty() && !entry.mayBeMissing()) {
            throw missing(entry);
        }
        found.forEach(frame -> into.take(frame, entry.dupl().equals("replace")));
    }

    private boolean isThere(DdlmImport entry) {
        return !entry.mayBeMissing() || Files.exists(folder.resolve(entry.file()));
    }

    private DdlmFile file(String name) throws IOException {
        if (!files.containsKey(name)) {
            files.put(name, DdlmFile.read(folder.resolve(name)));
        }
        return files.get(name);
    }

    private static boolean isNamed(DdlmFrame frame, DdlmImport entry) {
        return frame.code().equals(entry.save()) || frame.id().equals(entry.save());
    }

    private static IllegalArgumentException missing(DdlmImport entry) {
        return new IllegalArgumentException("there is no frame " + entry.save() + " in " + entry.file());
    }
}
