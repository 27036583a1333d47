package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.conversion.overview.FoundEntry;
import io.github.icatimgcif.conversion.overview.Overview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for datasets, a page at a time; a pattern that hardly anything matches is looked through piece by piece. */
final class Search {

    /** Datasets of one page. */
    static final int PAGE = 50;

    private static final int PIECE = 1000;
    private static final int PIECES = 10;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final Overview overview;

    Search(Overview overview) {
        this.overview = overview;
    }

    /**
     * A page.
     *
     * @param entries   those that were found
     * @param next      the entry after which to go on, if there may be more
     * @param lookedFor how many entries were looked at in vain, where it was not all
     */
    record Found(List<FoundEntry> entries, Optional<Long> next, Optional<Integer> lookedFor) {
        Found {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Looks.
     *
     * @param after the number of the entry where the last page ended; 0 for the first page
     * @throws IllegalArgumentException if the text cannot be looked for; says what would be right
     */
    Found find(SearchKind kind, String text, long after) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl) || text.length() > 1000) {
            throw new IllegalArgumentException(
                    "Give something to look for: at most 1000 characters, without control characters.");
        }
        return switch (kind) {
            case ANY -> find(kindOf(text), text, after);
            case PROPOSAL -> page(overview.ofProposal(text, after == 0 ? Long.MAX_VALUE : after, PAGE));
            case NAME -> page(overview.named(text, after, PAGE));
            case PATH -> located(text, after);
            case ID -> withId(text);
        };
    }

    /** What a text is, by what there is: a proposal, the id of a dataset, a folder or else the beginning of a name. */
    SearchKind kindOf(String text) {
        if (text.startsWith("/")) {
            return SearchKind.PATH;
        }
        if (!overview.ofProposal(text, Long.MAX_VALUE, 1).isEmpty()) {
            return SearchKind.PROPOSAL;
        }
        boolean isId = ID.matcher(text).matches()
                && overview.withCatalogueId(Long.parseLong(text)).isPresent();
        return isId ? SearchKind.ID : SearchKind.NAME;
    }

    private Found withId(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("The id of a dataset in ICAT is a number: give it, as 58213.");
        }
        return page(overview.withCatalogueId(Long.parseLong(text)).stream().toList());
    }

    private Found located(String text, long after) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("A folder begins with /: give one, as /data/visitor/mx2405/**");
        }
        boolean isPattern = text.contains("*") || text.contains("?");
        return isPattern ? matching(new PathGlob(text), after) : page(overview.locatedAt(text, after, PAGE));
    }

    private Found matching(PathGlob pattern, long begin) {
        List<FoundEntry> matching = new ArrayList<>();
        long after = begin;
        for (int piece = 0; piece < PIECES; piece++) {
            List<FoundEntry> looked = overview.locatedAt(pattern.literalBeginning(), after, PIECE);
            for (FoundEntry entry : looked) {
                after = entry.id();
                if (pattern.matches(entry.location())) {
                    matching.add(entry);
                    if (matching.size() == PAGE) {
                        return new Found(matching, Optional.of(after), Optional.empty());
                    }
                }
            }
            if (looked.size() < PIECE) {
                return new Found(matching, Optional.empty(), Optional.empty());
            }
        }
        return new Found(matching, Optional.of(after), Optional.of(PIECES * PIECE));
    }

    private static Found page(List<FoundEntry> entries) {
        return new Found(
                entries,
                entries.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(entries.get(entries.size() - 1).id()),
                Optional.empty());
    }
}
