package io.github.icatimgcif.backlog;

/**
 * What is to become of a dataset, and why.
 *
 * @param standing how it stands
 * @param prospect what a backlog would do with it
 * @param reason   why, for a person; the same for all of a kind, where it can be
 */
public record Judged(Standing standing, Prospect prospect, String reason) {

    /** The same, with the raw data on tape. */
    Judged onTape() {
        return new Judged(standing, Prospect.ON_TAPE, "its raw data are on tape");
    }
}
