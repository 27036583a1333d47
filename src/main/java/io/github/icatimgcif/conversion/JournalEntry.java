package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import java.time.Instant;
import java.util.Optional;

/**
 * What the journal knows of one dataset.
 *
 * @param dataset      as announced, all announcements together
 * @param state        where it stands
 * @param explanation  why it stands there, for a person; empty text if there is nothing to say
 * @param waitsFor     what it waits for, where it is to be tried again
 * @param waited       what it has waited for since it was last announced
 * @param attempts     conversions begun since it was last announced
 * @param failures     those of them that ended by an error of this service
 * @param interruptions those in a row, up to now, during which the service ended
 * @param generation   how often it was announced
 * @param done         the announcement up to which everything is done; work waits while this is below {@code generation}
 * @param door         through which it came last
 * @param trail        by what its last announcement is followed
 * @param received     when it was first announced
 * @param lastReceived when it was last announced
 * @param registration its place in the catalogue, once it has one
 * @param imgCif       its imgCIF, once there is one
 */
public record JournalEntry(
        StoredDataset dataset,
        DatasetState state,
        String explanation,
        Optional<WaitsFor> waitsFor,
        Waited waited,
        int attempts,
        int failures,
        int interruptions,
        long generation,
        long done,
        String door,
        Trail trail,
        Instant received,
        Instant lastReceived,
        Optional<RecordedRegistration> registration,
        Optional<WrittenImgCif> imgCif) {

    /** Whether something is still to be done for it. */
    public boolean isWaiting() {
        return generation > done;
    }

    /**
     * The place of the imgCIF in the catalogue.
     *
     * @param datasetId id of the dataset that stands for it
     * @param name      name of that dataset
     */
    public record RecordedRegistration(long datasetId, String name) {}
}
