package io.github.icatimgcif.judge.letter;

/**
 * One line of the checklist.
 *
 * @param requirement what is asked for
 * @param state       whether it is there
 * @param basis       who asks for it
 * @param found       what the file says, or what is wrong
 * @param right       what would be right; empty text if it is met
 * @param supplier    who can supply it
 */
public record RequirementResult(
        String requirement, State state, Basis basis, String found, String right, Supplier supplier) {

    /** Whether a thing that is asked for is there. */
    public enum State {
        /** It is. */
        MET,
        /** It is not. */
        MISSING,
        /** Nobody can tell from the file, or it is there in a form that may not do. */
        DOUBTFUL
    }

    /** Who asks for a thing. No published list has all that a letter needs. */
    public enum Basis {
        /** IUCrData, in its notes for authors of Raw Data Letters, or checkImgCIF, whose verdict it wants. */
        JOURNAL("the journal"),
        /** COMCIFS, in its guidelines for imgCIF with core CIF, or the dictionary. */
        GUIDELINE("a guideline"),
        /** We do: it stands in the table that is printed, or makes the data more useful. */
        RECOMMENDATION("our recommendation");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** The same in words. */
        public String words() {
            return words;
        }
    }

    /** Who can supply a thing. */
    public enum Supplier {
        /** This service, by its settings or the files of the facility. */
        SERVICE("the service that writes the imgCIF"),
        /** Whoever measured. */
        SCIENTIST("the scientist, in the catalogue"),
        /** The beamline, which knows its instrument. */
        BEAMLINE("the beamline, in the raw file or its configuration"),
        /** The facility, which keeps and publishes the data. */
        FACILITY("the facility's data portal or archive"),
        /** Whoever writes the letter. */
        AUTHOR("the author of the letter");

        private final String words;

        Supplier(String words) {
            this.words = words;
        }

        /** The same in words. */
        public String words() {
            return words;
        }
    }

    /** Whether a letter cannot be sent without it. */
    public boolean isObstacle() {
        return state == State.MISSING && basis == Basis.JOURNAL;
    }
}
