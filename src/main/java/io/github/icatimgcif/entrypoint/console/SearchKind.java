package io.github.icatimgcif.entrypoint.console;

import java.util.Arrays;

/** By what datasets are looked for. */
enum SearchKind {
    /** By whichever of the others finds something. */
    ANY("any", "Proposal, dataset, folder or id"),
    /** All of a proposal. */
    PROPOSAL("proposal", "Proposal, its whole name"),
    /** By the beginning of the name. */
    NAME("name", "Dataset, the beginning of its name"),
    /** By the location. */
    PATH("path", "Folder, its beginning or a pattern with * ? **"),
    /** By the id in the catalogue. */
    ID("id", "Id in ICAT");

    private final String key;
    private final String words;

    SearchKind(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** What it is called in an address. */
    String key() {
        return key;
    }

    /** What it is called on a page. */
    String words() {
        return words;
    }

    /** The one of that key; a path where the text can be nothing else. */
    static SearchKind of(String key, String text) {
        return text.startsWith("/")
                ? PATH
                : Arrays.stream(values())
                        .filter(kind -> kind.key.equals(key))
                        .findFirst()
                        .orElse(ANY);
    }
}
