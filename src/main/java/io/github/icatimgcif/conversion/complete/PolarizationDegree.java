package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NXmx gives polarisation as Stokes parameters. Their degree of linear polarisation, sqrt(Q^2 + U^2) / I, is what stays the
 * same however the laboratory frame is chosen; it is added under a term of its own. The direction is told when the frame is known,
 * see {@link BeamInFrame}.
 */
final class PolarizationDegree implements ParameterTrap {

    private static final String STOKES = "instrument/beam/incident_polarization_stokes/";

    /** Of linear polarisation, between 0 and 1. */
    static final SourceTerm DEGREE = new SourceTerm(SourceTerm.NXMX, "instrument/beam/incident_polarization_degree");

    @Override
    public Corrected correct(List<Reading> readings) {
        Optional<BigDecimal> intensity = stokes(readings, 0).filter(i -> i.signum() > 0);
        Optional<BigDecimal> q = stokes(readings, 1);
        Optional<BigDecimal> u = stokes(readings, 2);
        if (intensity.isEmpty() || q.isEmpty() || u.isEmpty()) {
            return new Corrected(readings, List.of());
        }
        // The recorded values are float32 at best: seven digits.
        BigDecimal degree = q.get()
                .pow(2)
                .add(u.get().pow(2))
                .sqrt(MathContext.DECIMAL64)
                .divide(intensity.get(), new MathContext(7, RoundingMode.HALF_EVEN));
        List<Reading> all = new ArrayList<>(readings);
        Reading first = find(readings, 0).orElseThrow();
        all.add(new Reading(first.source(), DEGREE, RecordedNumber.plain(degree).toPlainString()));
        return new Corrected(all, List.of());
    }

    /** One of the four Stokes parameters I, Q, U, V by its 0-based index: Q is horizontal less vertical. */
    static Optional<BigDecimal> stokes(Readings readings, int index) {
        return readings.of(term(index)).stream().findFirst().flatMap(reading -> RecordedNumber.read(reading.text()));
    }

    private static Optional<BigDecimal> stokes(List<Reading> readings, int index) {
        return find(readings, index).flatMap(reading -> RecordedNumber.read(reading.text()));
    }

    private static Optional<Reading> find(List<Reading> readings, int index) {
        return readings.stream()
                .filter(reading -> reading.term().equals(term(index)))
                .findFirst();
    }

    private static SourceTerm term(int index) {
        return new SourceTerm(SourceTerm.NXMX, STOKES + index);
    }
}
