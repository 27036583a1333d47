package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * {@code beam_center_x}, {@code beam_center_y}, {@code distance} and their like: hints of where the detector stands, often stale;
 * each is empty where the file does not give it.
 */
final class Hints {

    private final NxmxEntry entry;
    private final Fields fields;

    Hints(NxmxEntry entry, Fields fields) {
        this.entry = entry;
        this.fields = fields;
    }

    /** By how much the detector is swung, degrees; old Dectris firmware keeps it beside the goniometer of the detector. */
    Optional<BigDecimal> twoTheta() {
        return entry.inDetector("goniometer/two_theta_start")
                .or(() -> entry.inDetector("goniometer/two_theta"))
                .flatMap(Fields::dataset)
                .flatMap(field -> fields.quantity(field, Unit.DEGREE))
                .map(quantity -> quantity.in(Unit.DEGREE).magnitude());
    }

    /** Size of a pixel, mm. */
    Optional<BigDecimal> pixelSize(String field) {
        return entry.inDetector(field)
                .flatMap(Fields::dataset)
                .flatMap(size -> fields.quantity(size, Unit.METRE))
                .map(size -> size.in(Unit.MILLIMETRE).magnitude())
                .filter(size -> size.signum() > 0);
    }

    /** Beam centre in pixels from the outer corner of the first pixel, fast then slow; a length is turned into pixels. */
    Optional<double[]> beamCentre(DetectorElement element) {
        Optional<BigDecimal> fast = beamCentre("beam_center_x", element.fastPixelSize());
        Optional<BigDecimal> slow = beamCentre("beam_center_y", element.slowPixelSize());
        List<Integer> first = element.section().map(Section::first).orElse(List.of(0, 0));
        return fast.flatMap(x -> slow.map(y -> new double[] {x.doubleValue(), y.doubleValue()}))
                .filter(centre -> centre[0] != 0 || centre[1] != 0)
                .map(centre -> new double[] {centre[0] - first.get(0), centre[1] - first.get(1)});
    }

    /** Pixels from the outer corner of the first pixel along one direction; a length is turned into pixels. */
    Optional<BigDecimal> beamCentre(String name, BigDecimal pixelSize) {
        Optional<Hdf5Dataset> field = entry.inDetector(name).flatMap(Fields::dataset);
        boolean isLength = field.flatMap(Fields::unitWord)
                .flatMap(UnitWords::unit)
                .map(unit -> unit.dimension() == Unit.Dimension.LENGTH)
                .orElse(false);
        if (isLength) {
            return field.flatMap(f -> fields.quantity(f, Unit.METRE))
                    .map(q -> q.in(Unit.MILLIMETRE).magnitude().divide(pixelSize, MathContext.DECIMAL64));
        }
        return field.map(Hdf5Dataset::numbers).flatMap(numbers -> numbers.first());
    }

    /** From the sample to the plane of the pixels, mm. */
    Optional<BigDecimal> distance() {
        return entry.inDetector("distance")
                .or(() -> entry.inDetector("detector_distance"))
                .flatMap(Fields::dataset)
                .flatMap(field -> fields.quantity(field, Unit.METRE))
                .map(quantity -> quantity.in(Unit.MILLIMETRE).magnitude())
                .filter(distance -> distance.signum() > 0);
    }
}
