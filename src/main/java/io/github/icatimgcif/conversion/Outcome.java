package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.finding.Finding;
import java.util.List;
import java.util.Optional;

/** How the conversion of a dataset ended. */
public sealed interface Outcome {

    /** As the catalogue knows the imgCIF at this end; empty if it does not. */
    default Optional<Registration> inCatalogue() {
        if (this instanceof Registered now) {
            return Optional.of(now.registration());
        }
        return this instanceof Unchanged before ? Optional.of(before.registration()) : Optional.empty();
    }

    /** The imgCIF was written and the catalogue knows it. */
    record Registered(Registration registration) implements Outcome {}

    /** The imgCIF was there already, with the same content, and the catalogue knew it. */
    record Unchanged(Registration registration) implements Outcome {}

    /**
     * The imgCIF was written, others were asked to register it, and the catalogue does not show it yet; to be looked for later.
     *
     * @param cause how it stands, for a person
     */
    record HandedOver(String cause) implements Outcome {}

    /**
     * The data do not allow a true imgCIF; not repeated unless the data or the knowledge of them change.
     *
     * @param findings why, at least one error
     * @param isGone   whether it is for lack of raw files, which says nothing against what was made while they were there
     */
    record Refused(List<Finding> findings, boolean isGone) implements Outcome {
        public Refused {
            findings = List.copyOf(findings);
        }

        /** For what the data say. */
        public Refused(List<Finding> findings) {
            this(findings, false);
        }
    }

    /**
     * Something is missing that may still come; to be repeated later.
     *
     * @param what     what it waits for
     * @param cause    why, for a person
     * @param meetsAll whether other datasets meet the same, as with a full disk; a quota may be of this one alone
     */
    record Postponed(WaitsFor what, String cause, boolean meetsAll) implements Outcome {

        /** Of something that says nothing about other datasets. */
        public Postponed(WaitsFor what, String cause) {
            this(what, cause, false);
        }
    }

    /** Not a dataset to make an imgCIF of. */
    record Skipped(String reason) implements Outcome {}

    /** The surroundings forbid it (a permission, a foreign file in the way); not repeated until somebody acts. */
    record Failed(String cause) implements Outcome {}
}
