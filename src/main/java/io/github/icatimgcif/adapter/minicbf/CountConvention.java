package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.Locale;
import java.util.Optional;

/**
 * What the numbers of the pixels mean, which no line of a header says. Detectors that count photons store them in signed integers of 32
 * bits, so that what is no count is less than 0: -2 at a bad pixel, and -1 in a gap or 0.
 *
 * @see <a href="https://www.easymanua.ls/dectris/pilatus/manual?p=50">PILATUS user manual, 6) Bad pixels</a>
 */
final class CountConvention {

    /** The least number that is a count. */
    static final SourceTerm LEAST_COUNT = new SourceTerm("convention", "minicbf/least_count");

    private static final int SIGNED_32 = -32;

    private CountConvention() {}

    /** The least count; empty of other detectors and other integers, of which it is not known. */
    static Optional<Reading> leastCount(MiniFrame frame) {
        String detector = frame.header().detector().orElse("").toUpperCase(Locale.ROOT);
        boolean countsPhotons = detector.contains("PILATUS") || detector.contains("EIGER");
        return countsPhotons && frame.bitDepth() == SIGNED_32
                ? Optional.of(new Reading(Source.SERVICE, LEAST_COUNT, "0", Optional.of("counts")))
                : Optional.empty();
    }
}
