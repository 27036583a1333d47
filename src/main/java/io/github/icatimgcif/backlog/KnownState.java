package io.github.icatimgcif.backlog;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import java.util.Optional;

/**
 * How a dataset stands in the journal.
 *
 * @param entryId     its number there
 * @param candidate   who it is; its location is its identity
 * @param state       where it stands
 * @param explanation why it stands there
 * @param waits       whether something is still to be done for it
 * @param waitsFor    what it waits for
 * @param generation  how often it was announced
 * @param hasImgCif   whether it has a registered imgCIF, of its last conversion or an earlier one
 * @param madeBy      by what its last conversion was made
 * @param sha256      of its imgCIF
 */
public record KnownState(
        long entryId,
        Candidate candidate,
        DatasetState state,
        String explanation,
        boolean waits,
        Optional<WaitsFor> waitsFor,
        long generation,
        boolean hasImgCif,
        Optional<Versions> madeBy,
        Optional<String> sha256) {}
