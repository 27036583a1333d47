package io.github.icatimgcif.backlog;

import io.github.icatimgcif.dataset.StoredDataset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A raw dataset that a selection may be about, as catalogue or journal have it.
 *
 * @param name        its name
 * @param proposal    the proposal it belongs to
 * @param visit       the visit of that proposal; empty text where nobody says
 * @param beamlines   where it may have been measured: names by which it is known, none where nobody says
 * @param sample      name of its sample; empty text if there is none
 * @param location    where its data lie, normalised; empty text where nobody says
 * @param catalogueId its id in the catalogue, where it is known
 * @param day         the day of its collection, as recorded; empty where nobody says
 * @param complete    whether the catalogue calls it complete; true where there is no catalogue
 * @param registered  whether the catalogue has an imgCIF that was made of it by this program
 */
public record Candidate(
        String name,
        String proposal,
        String visit,
        Set<String> beamlines,
        String sample,
        String location,
        Optional<Long> catalogueId,
        Optional<LocalDate> day,
        boolean complete,
        boolean registered) {

    public Candidate {
        beamlines = Set.copyOf(beamlines);
        location = location.isBlank()
                ? ""
                : StoredDataset.raw(name, proposal, sample, location, catalogueId)
                        .location();
    }

    /** Its announcement, which adds nothing to what is known of it. */
    StoredDataset announcement() {
        return StoredDataset.raw(name, proposal, sample, location, catalogueId);
    }

    /** The same dataset under the location that it has in the journal, which may be another name of the same folder. */
    Candidate at(String otherLocation) {
        return new Candidate(
                name, proposal, visit, beamlines, sample, otherLocation, catalogueId, day, complete, registered);
    }

    /** Whether a session is its visit, or a folder on the way to its data. */
    boolean isOfSession(String session) {
        return visit.equalsIgnoreCase(session) || List.of(location.split("/")).contains(session);
    }
}
