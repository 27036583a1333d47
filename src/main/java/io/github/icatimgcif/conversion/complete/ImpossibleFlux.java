package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A flux of a few photons a second: some beamlines write multiples of a number that they do not state (Diamond I24 wrote
 * {@code Flux 1.396021}). Of 0, which stands for "not measured", nothing is said.
 */
final class ImpossibleFlux implements ParameterTrap {

    private static final Set<SourceTerm> TERMS = Set.of(
            SourceTerm.parse("nxmx:instrument/beam/total_flux"),
            SourceTerm.parse("imgcif:diffrn_radiation.beam_flux"),
            SourceTerm.parse("minicbf:Flux"),
            SourceTerm.parameter("MX_flux"));

    /** Photons a second; no crystal diffracts visibly with fewer, not even before a sealed tube. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(10_000);

    @Override
    public Corrected correct(List<Reading> readings) {
        List<Reading> left = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Reading reading : readings) {
            if (TERMS.contains(reading.term()) && isImpossible(reading.text())) {
                findings.add(Finding.warning(
                        "_diffrn_radiation.beam_flux",
                        SourceWords.of(reading) + " is " + reading.text()
                                + ", which cannot be photons per second; not used: give MX_flux if it is known"));
            } else {
                left.add(reading);
            }
        }
        return new Corrected(left, findings);
    }

    private static boolean isImpossible(String text) {
        return RecordedNumber.read(text)
                .filter(flux -> flux.signum() > 0 && flux.compareTo(LEAST) < 0)
                .isPresent();
    }
}
