package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.ListedDataset;
import io.github.icatimgcif.conversion.access.Viewer;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.collect.Datasets;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.access.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The dataset a request is about, named by its id in the catalogue or by its location, if whoever asks may see it: ICAT is asked, in
 * his session. A dataset that he may not see is answered as one that is not there.
 */
@Singleton
public final class AskedDataset {

    private final Journal journal;
    private final Datasets catalogue;
    private final CatalogueUsers users;
    private final Caller caller;

    AskedDataset(Journal journal, Datasets catalogue, CatalogueUsers users, Caller caller) {
        this.journal = journal;
        this.catalogue = catalogue;
        this.users = users;
        this.caller = caller;
    }

    /**
     * A dataset that may be seen.
     *
     * @param entry  what the journal knows of it
     * @param listed what the catalogue says of it; empty if the journal knows it, or the catalogue has nothing to say
     */
    record Asked(Optional<JournalEntry> entry, Optional<ListedDataset> listed) {}

    /** What became of the dataset with this id; operators may look at all. */
    JournalEntry byId(String id) {
        return byId(id, caller.looking())
                .entry()
                .orElseThrow(() -> new NotFoundException(Problem.response(
                        Response.Status.NOT_FOUND, "nobody has announced this dataset, or asked for its imgCIF, yet")));
    }

    /** What became of the dataset at this location; operators may look at all. */
    JournalEntry byLocation(String location) {
        return byLocation(location, caller.looking())
                .entry()
                .orElseThrow(() -> new NotFoundException(Problem.response(
                        Response.Status.NOT_FOUND, "nobody has announced this dataset, or asked for its imgCIF, yet")));
    }

    /** The dataset with this id, for somebody who wants to have something of it. */
    Asked wantedById(String id) {
        return byId(id, caller.viewer());
    }

    /** The dataset at this location, for somebody who wants to have something of it. */
    Asked wantedByLocation(String location) {
        return byLocation(location, caller.viewer());
    }

    private Asked byId(String text, Viewer viewer) {
        if (!text.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        long id = Long.parseLong(text);
        if (!users.shows(viewer, id)) {
            throw unknown();
        }
        Optional<JournalEntry> entry =
                journal.findByCatalogueId(id).filter(found -> isTrusted(viewer) || isTheOne(found, id));
        return entry.map(AskedDataset::known).or(() -> listed(id)).orElseThrow(this::unknown);
    }

    private Asked byLocation(String location, Viewer viewer) {
        if (location.isBlank() || location.chars().anyMatch(Character::isISOControl)) {
            throw unknown();
        }
        String identity = identity(location);
        Optional<JournalEntry> entry = journal.find(identity);
        if (entry.isPresent() && isTrusted(viewer)) {
            return known(entry.get());
        }
        Optional<Long> id = entry.isPresent()
                ? catalogue
                        .find(entry.get().dataset())
                        .map(CatalogueEntry::id)
                        .filter(found -> users.shows(viewer, found))
                : users.shownAt(viewer, identity).stream().findFirst();
        return id.flatMap(found -> entry.map(AskedDataset::known).or(() -> listed(found)))
                .orElseThrow(this::unknown);
    }

    /** An announcement may claim any id: what counts is which dataset of the catalogue it is. */
    private boolean isTheOne(JournalEntry entry, long id) {
        return catalogue.find(entry.dataset()).filter(found -> found.id() == id).isPresent();
    }

    private Optional<Asked> listed(long id) {
        return users.listed(id)
                .map(listed -> journal.find(listed.announcement().identity())
                        .filter(entry -> isTheOne(entry, id))
                        .map(AskedDataset::known)
                        .orElseGet(() -> new Asked(Optional.empty(), Optional.of(listed))));
    }

    private static Asked known(JournalEntry entry) {
        return new Asked(Optional.of(entry), Optional.empty());
    }

    /** Where nobody has to say who he is, no catalogue is asked about what the journal knows. */
    private static boolean isTrusted(Viewer viewer) {
        return viewer instanceof Viewer.Service;
    }

    private static String identity(String location) {
        return StoredDataset.raw("", "", "", location, Optional.empty()).identity();
    }

    /** The same for what is not there and for what he may not see, to the letter. */
    private WebApplicationException unknown() {
        if (!caller.isAnonymous()) {
            return new NotFoundException(Problem.response(
                    Response.Status.NOT_FOUND, "there is no such dataset, or it is not one that you may see"));
        }
        return new WebApplicationException(Response.fromResponse(Problem.response(
                        Response.Status.UNAUTHORIZED,
                        "there is no such dataset that everybody may see: " + caller.howToBeKnown()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
    }
}
