package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that somebody wants to have converted, and what he says of it; empty text for what he does not say.
 *
 * @param folder   absolute
 * @param name     name of the dataset; else that of the folder
 * @param proposal its proposal
 * @param sample   its sample
 * @param beamline where it was measured, as the beamline files call it
 */
record WishedFolder(String folder, String name, String proposal, String sample, String beamline) {

    private static final int LONGEST = 4000;

    WishedFolder {
        folder = folder.strip();
        name = name.strip();
        proposal = proposal.strip();
        sample = sample.strip();
        beamline = beamline.strip();
    }

    /** As a form says it. */
    static WishedFolder of(FormFields fields) {
        return new WishedFolder(
                fields.raw("folder"),
                fields.raw("name"),
                fields.raw("proposal"),
                fields.raw("sample"),
                fields.raw("beamline"));
    }

    /**
     * Its announcement; without a name, if none was filled in.
     *
     * @throws IllegalArgumentException if it makes no sense; says what would be right
     */
    StoredDataset dataset() {
        if (!folder.startsWith("/") || (folder + "/").contains("/../")) {
            throw new IllegalArgumentException(
                    "give a folder from the root on and without .. in it, as /data/visitor/...");
        }
        if (Stream.of(folder, name, proposal, sample, beamline)
                .anyMatch(text -> text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "one of the fields has control characters, or more than " + LONGEST + " characters");
        }
        return new StoredDataset(
                name,
                proposal,
                sample,
                folder,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.of(beamline).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }
}
