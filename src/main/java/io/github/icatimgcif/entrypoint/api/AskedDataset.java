package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.dataset.StoredDataset;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dataset a request is about, named by its id in the catalogue or by its location. */
@Singleton
public final class AskedDataset {

    private final Journal journal;

    AskedDataset(Journal journal) {
        this.journal = journal;
    }

    /** By the id that the catalogue gave it. */
    JournalEntry byId(String id) {
        Optional<JournalEntry> entry =
                id.matches("[0-9]{1,18}") ? journal.findByCatalogueId(Long.parseLong(id)) : Optional.empty();
        return entry.orElseThrow(() -> unknown("with the id '" + id + "' of the catalogue"));
    }

    /** By where its data lie. */
    JournalEntry byLocation(String location) {
        if (location.isBlank()) {
            throw unknown("without a location: give it as ?location=");
        }
        return journal.find(identity(location)).orElseThrow(() -> unknown("at '" + location + "'"));
    }

    private static String identity(String location) {
        return new StoredDataset(
                        "",
                        "",
                        "",
                        location,
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .identity();
    }

    private static NotFoundException unknown(String which) {
        return new NotFoundException(Problem.response(Response.Status.NOT_FOUND, "no dataset was announced " + which));
    }
}
