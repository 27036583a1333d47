package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.register.Handover;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about one conversion.
 *
 * @param outcome    how it ended
 * @param findings   everything that was noticed, whatever the outcome
 * @param provenance where each value of the imgCIF came from; empty if it did not get that far
 * @param imgCif     the file, if one was written or was there already
 * @param catalogueId id of the raw dataset in the catalogue, if it was found there
 * @param publication what the catalogue says of its publication, if it was found there
 * @param handover   the message that is to ask others for the registration, if one is to leave
 */
public record Conversion(
        Outcome outcome,
        List<Finding> findings,
        List<Provenance> provenance,
        Optional<WrittenImgCif> imgCif,
        Optional<Long> catalogueId,
        Optional<Publication> publication,
        Optional<Handover> handover) {

    public Conversion {
        findings = List.copyOf(findings);
        provenance = List.copyOf(provenance);
    }

    /** A conversion that ended before the dataset was found in a catalogue. */
    public Conversion(
            Outcome outcome, List<Finding> findings, List<Provenance> provenance, Optional<WrittenImgCif> imgCif) {
        this(outcome, findings, provenance, imgCif, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same conversion, of a dataset that was found in a catalogue. */
    public Conversion foundAs(long id, Publication known) {
        return new Conversion(outcome, findings, provenance, imgCif, Optional.of(id), Optional.of(known), handover);
    }

    /** The same conversion, with a message that is to leave. */
    public Conversion handing(Handover message) {
        return new Conversion(outcome, findings, provenance, imgCif, catalogueId, publication, Optional.of(message));
    }
}
