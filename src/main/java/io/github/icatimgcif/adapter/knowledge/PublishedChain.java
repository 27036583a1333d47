package io.github.icatimgcif.adapter.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the axes of a goniometer or a detector in order. */
final class PublishedChain {

    private PublishedChain() {}

    /**
     * The axes, base first.
     *
     * @param axes in any order; what carries the base may be an axis that is not among them
     * @return empty if they are not one chain: two bases, two axes on one, or a circle
     */
    static Optional<List<PublishedAxis>> ordered(List<PublishedAxis> axes) {
        Set<String> ids = new HashSet<>();
        axes.forEach(axis -> ids.add(axis.id()));
        List<PublishedAxis> chain = new ArrayList<>();
        List<PublishedAxis> next = axes.stream()
                .filter(axis -> axis.dependsOn().filter(ids::contains).isEmpty())
                .toList();
        while (next.size() == 1 && chain.size() < axes.size()) {
            PublishedAxis last = next.get(0);
            chain.add(last);
            next = axes.stream()
                    .filter(axis -> axis.dependsOn().filter(last.id()::equals).isPresent())
                    .toList();
        }
        return chain.size() == axes.size() && ids.size() == axes.size() ? Optional.of(chain) : Optional.empty();
    }
}
