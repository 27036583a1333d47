package io.github.icatimgcif.entrypoint.api;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes links, and remembers which there are. */
final class LinkedFiles implements UnaryOperator<String> {

    private final UnaryOperator<String> links;
    private final Set<String> seen = new LinkedHashSet<>();

    LinkedFiles(UnaryOperator<String> links) {
        this.links = links;
    }

    @Override
    public String apply(String uri) {
        String link = links.apply(uri);
        seen.add(link);
        return link;
    }

    /** The links as they were written, each once, in the order of the file. */
    Set<String> seen() {
        return Collections.unmodifiableSet(seen);
    }
}
