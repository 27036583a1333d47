package io.github.icatimgcif.judge.dictionary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which values of a data block point to which others. */
final class BlockLinks {

    private final CifDictionary dictionary;
    private final Map<String, BitSet> values = new HashMap<>();
    private final List<Link> links = new ArrayList<>();

    /** The values of an item that have to be among those of another. */
    private record Link(LinkValues values, DictionaryItem to) {}

    BlockLinks(CifDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Where the values are noted of an item to which others point; empty if none does. */
    Optional<BitSet> target(DictionaryItem item) {
        return dictionary.isLinkedTo(item)
                ? Optional.of(values.computeIfAbsent(item.id(), id -> new BitSet()))
                : Optional.empty();
    }

    /** Where the values are noted that point to others; empty if those of the item do not. An uncertainty points to no value. */
    Optional<LinkValues> source(DictionaryItem item, String name, boolean inLoop) {
        if (item.type().isUncertainty()) {
            return Optional.empty();
        }
        return item.linked().flatMap(dictionary::item).map(to -> {
            LinkValues pointing = new LinkValues(name, inLoop);
            links.add(new Link(pointing, to));
            return pointing;
        });
    }

    /** Tells of values that point to nothing; a link to an item that is missing as a whole is told elsewhere. */
    void end(BlockItems items, ValuePool pool, DictionaryRemarks remarks) {
        for (Link link : links) {
            if (items.has(link.to().name())) {
                BitSet allowed = values.getOrDefault(link.to().name().toLowerCase(Locale.ROOT), new BitSet());
                link.values().tellDangling(allowed, link.to().name(), pool, remarks);
            }
        }
    }
}
