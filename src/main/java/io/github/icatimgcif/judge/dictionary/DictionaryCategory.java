package io.github.icatimgcif.judge.dictionary;

import java.util.List;

/**
 * A category as a dictionary defines it.
 *
 * @param name   in lower case, {@code diffrn_scan}
 * @param kind   whether it may be a loop
 * @param parent the category above it, in lower case; empty if there is none
 * @param keys   names of the items that tell its rows apart, in the order of the dictionary
 */
public record DictionaryCategory(String name, CategoryClass kind, String parent, List<String> keys) {

    public DictionaryCategory {
        keys = List.copyOf(keys);
    }
}
