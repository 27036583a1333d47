package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.DetectorGeometry;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.experiment.DetectorStatement;
import java.math.BigDecimal;
import java.util.Optional;

/** The place of a detector that has no chain of axes (old Dectris firmware, MXCuBE): by {@link Hints} alone. */
final class HintedPosition {

    private final NxmxEntry entry;
    private final Hints hints;
    private final Findings findings;

    HintedPosition(NxmxEntry entry, Fields fields, Findings findings) {
        this.entry = entry;
        this.hints = new Hints(entry, fields);
        this.findings = findings;
    }

    /** The numbers of a detector whose directions are stated and whose place is not. */
    DetectorStatement.Flat flat(ImageData images, DetectorModule module) {
        findings.warning(
                entry.detector(),
                "no chain of axes tells where the detector stands; beam centre and distance are used, the detector is taken"
                        + " to be perpendicular to the beam: check the position of the detector");
        return flat(
                images,
                Optional.of(module.fastPixelSize()),
                Optional.of(module.slowPixelSize()),
                new DetectorGeometry.Directions(module.fastDirection(), module.slowDirection()));
    }

    /** The numbers of a detector for which no module is written, as the writer of MXCuBE does. */
    DetectorStatement.Flat flat(ImageData images) {
        Optional<DetectorGeometry.Directions> orientation =
                DetectorGeometry.directions(entry.inDetector("geometry/orientation/value"));
        findings.warning(
                entry.detector(),
                "no NXdetector_module says where the pixels lie; beam centre and distance are used, the detector is taken to be"
                        + " perpendicular to the beam, "
                        + (orientation.isPresent()
                                ? "its directions by geometry/orientation"
                                : "upright as seen from the source"));
        return flat(
                images,
                hints.pixelSize("x_pixel_size"),
                hints.pixelSize("y_pixel_size"),
                orientation.orElse(DetectorGeometry.Directions.UPRIGHT));
    }

    private DetectorStatement.Flat flat(
            ImageData images,
            Optional<BigDecimal> fastPixel,
            Optional<BigDecimal> slowPixel,
            DetectorGeometry.Directions directions) {
        if (!directions.isAcrossBeam()) {
            throw new NotUsable(
                    entry.detector(),
                    "is swung, by its directions, and no chain of axes tells where it stands; it must");
        }
        if (images.sizes().size() > 2) {
            throw new NotUsable(
                    entry.detector(),
                    "the images have " + images.sizes().size() + " dimensions each and no"
                            + " NXdetector_module tells where the pixels lie");
        }
        Optional<BigDecimal> beamFast = fastPixel.flatMap(size -> hints.beamCentre("beam_center_x", size));
        Optional<BigDecimal> beamSlow = slowPixel.flatMap(size -> hints.beamCentre("beam_center_y", size));
        boolean isUnset = beamFast.filter(x -> x.signum() != 0).isEmpty()
                && beamSlow.filter(y -> y.signum() != 0).isEmpty();
        return new DetectorStatement.Flat(
                images.fastSize(),
                images.slowSize(),
                fastPixel,
                slowPixel,
                hints.distance(),
                isUnset ? Optional.empty() : beamFast,
                isUnset ? Optional.empty() : beamSlow,
                directions.fast(),
                directions.slow(),
                hints.twoTheta());
    }
}
