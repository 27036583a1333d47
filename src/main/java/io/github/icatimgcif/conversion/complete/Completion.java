package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.collect.Collected;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorPlace;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The second stage: of everything that was read, one experiment with one value for each item. */
public final class Completion {

    private static final ItemName WAVELENGTH = ItemName.parse("_diffrn_radiation_wavelength.value");

    private static final String DISTANCE = "_diffrn_measurement.sample_detector_distance";

    /** Less than this in all, mm or degrees, is a detector that is held still and read back with noise. */
    private static final double STEADY = 0.01;

    private static final List<ParameterTrap> TRAPS = List.of(
            ParameterTraps.AXIS_NAME_IN_AXIS_RANGE,
            ParameterTraps.OSCILLATION_START_IS_AXIS_START,
            ParameterTraps.KAPPA_SETTINGS_IN_TWO_FORMS,
            ParameterTraps.CRYOSTAT_IN_WORDS,
            ParameterTraps.DIVERGENCE_WITHOUT_UNIT,
            new DatesWithoutZone(),
            new PolarizationDegree(),
            new ImpossibleFlux(),
            new OffsetCounts());

    private final List<MappingRule> rules;
    private final BeamlineKnowledge beamlines;

    /**
     * @param rules     where each scalar item comes from, in the order the items are to have
     * @param beamlines what is known of beamlines
     */
    public Completion(List<MappingRule> rules, BeamlineKnowledge beamlines) {
        this.rules = rules.stream().map(StatedItems::allowing).toList();
        this.beamlines = beamlines;
    }

    /** One experiment of each part of what was collected, or why there is none. */
    public Completing complete(Collected collected) {
        List<CompletedExperiment> experiments = new ArrayList<>();
        List<Finding> missing = new ArrayList<>();
        for (RawPart part : collected.parts()) {
            List<Finding> findings = new ArrayList<>(collected.findings());
            Optional<CompletedExperiment> experiment = complete(collected, part, findings);
            experiment.ifPresentOrElse(experiments::add, () -> missing.addAll(findings));
        }
        if (experiments.isEmpty()) {
            return new Completing.Incomplete(missing.stream().distinct().toList());
        }
        return new Completing.Completed(experiments, leftOut(missing));
    }

    /** What is missing of the parts that are not described beside others that are. */
    private static List<Finding> leftOut(List<Finding> missing) {
        return missing.stream()
                .filter(Finding::isError)
                .map(finding -> Finding.warning(
                        finding.subject(), "a part of the raw data is not described: " + finding.message()))
                .distinct()
                .toList();
    }

    private Optional<CompletedExperiment> complete(Collected collected, RawPart part, List<Finding> findings) {
        int parts = collected.parts().size();
        boolean alone = parts == 1;
        List<Reading> corrected = corrected(collected, part, findings);
        Readings stated = new Readings(corrected);
        Optional<BeamlinePeriod> beamline = new BeamlineSearch(beamlines, stated, findings).of(collected.dataset());
        Optional<Measurement> closed = new GeometryGaps(stated, beamline, alone, findings)
                .closed(part)
                .filter(measurement -> isPossible(measurement, findings));

        List<Reading> all = new ArrayList<>(alone ? corrected : TimesOfDataset.withoutThem(corrected, parts, findings));
        beamline.ifPresent(period -> all.addAll(period.facts()));
        if (beamline.filter(BeamlinePeriod::hasName).isEmpty()) {
            all.addAll(BeamlineName.asStated(collected.dataset(), stated));
        }
        closed.flatMap(measurement -> distance(measurement, findings)).ifPresent(all::add);
        FrameChoice frame = beamline.map(BeamlinePeriod::frame).orElse(FrameChoice.PRINCIPAL_AXIS);
        List<Reading> inFrame = closed.map(
                        measurement -> new BeamInFrame(Laboratory.of(measurement, frame), findings).of(all))
                .orElse(all);
        ScalarItems items =
                new ScalarItems(new Choice(new Readings(inFrame), new StoredCounts(part.bitDepth()), findings));
        if (alone && closed.isPresent()) {
            findings.addAll(GeometryChecks.contradictions(closed.get(), stated));
        }
        rules.forEach(items::add);
        findings.addAll(ImpossibleTimes.takenOut(items));
        boolean hasWavelength = items.values().get(WAVELENGTH) instanceof CifValue.Decimal;
        if (!hasWavelength) {
            boolean wasLeftOut = findings.stream()
                    .anyMatch(finding -> finding.severity() == Severity.WARNING
                            && finding.subject().equals(WAVELENGTH.toString()));
            findings.add(Finding.error(
                    WAVELENGTH.toString(),
                    (wasLeftOut ? "no wavelength that can be true" : "no wavelength above zero")
                            + ": give one in the raw file or in the catalogue"));
        }
        return closed.filter(measurement -> hasWavelength)
                .map(measurement -> new CompletedExperiment(
                        collected.dataset(),
                        collected.entry(),
                        part.name(),
                        measurement,
                        items.values(),
                        frame,
                        items.provenance(),
                        findings));
    }

    private static boolean isPossible(Measurement measurement, List<Finding> findings) {
        List<Finding> impossible = ImpossibleLengths.of(measurement);
        findings.addAll(impossible);
        return impossible.isEmpty();
    }

    private static List<Reading> corrected(Collected collected, RawPart part, List<Finding> findings) {
        List<Reading> readings = new ArrayList<>(part.readings());
        readings.addAll(collected.readings());
        readings.addAll(AnnouncedFields.of(collected.dataset(), collected.entry()));
        List<Reading> corrected = readings;
        for (ParameterTrap trap : TRAPS) {
            ParameterTrap.Corrected result = trap.correct(corrected);
            corrected = result.readings();
            findings.addAll(result.findings());
        }
        return corrected;
    }

    /**
     * The distance by the geometry, to a nanometre: a file's own {@code distance} is a hint and often wrong. Empty if the scans
     * were measured at different distances, or the detector moved during one, which their axes say.
     */
    private static Optional<Reading> distance(Measurement measurement, List<Finding> findings) {
        Optional<AxisSetting> moving = measurement.scans().stream()
                .flatMap(scan -> measurement.detector().axes().stream()
                        .flatMap(axis -> scan.setting(axis.name()).stream())
                        .filter(setting -> setting.travel(scan.frames().count()) > STEADY))
                .findFirst();
        if (moving.isPresent()) {
            findings.add(Finding.note(
                    DISTANCE,
                    "the detector moves during a scan, by " + moving.get().axis()
                            + "; no single distance of the geometry is true of all frames, and none is taken from it"));
            return Optional.empty();
        }
        List<String> distances = measurement.scans().stream()
                .flatMap(scan -> DetectorPlace.ofBeam(measurement, scan).stream())
                .map(place -> BigDecimal.valueOf(Math.abs(place.distance()))
                        .setScale(6, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString())
                .distinct()
                .toList();
        return distances.size() != 1
                ? Optional.empty()
                : Optional.of(new Reading(
                        Source.RAW_FILE,
                        new SourceTerm(AnnouncedFields.GEOMETRY, "detector/distance"),
                        distances.get(0),
                        Optional.of("mm")));
    }
}
