package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.conversion.map.MeasuredGeometry.MeasuredScan;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where everything was at one moment of a scan by the measurement, in its McStas frame.
 *
 * @param measured the scan
 * @param frame    0-based number of the frame
 * @param passed   how much of the frame has passed: 0 at its start, 1 at its end
 */
record MeasuredFrame(MeasuredScan measured, int frame, double passed) {

    /** Where the centre of a pixel was, mm. */
    Vector3 centre(DetectorElement element, double fast, double slow) {
        Measurement measurement = measured.measurement();
        return measurement.motionOf(element, this::setting).apply(element.corner(fast + 0.5, slow + 0.5));
    }

    /** Where a direction of an element pointed. */
    Vector3 direction(DetectorElement element, Vector3 ofElement) {
        return measured.measurement()
                .motionOf(element, this::setting)
                .rotation()
                .apply(ofElement);
    }

    /** What the axes of a chain up to the one with a 0-based number did to what rides on it. */
    Motion motion(AxisChain chain, int last) {
        return new AxisChain(chain.axes().subList(0, last + 1)).at(this::setting);
    }

    /** Where an axis of a chain pointed. */
    Vector3 direction(List<Axis> chain, int number) {
        return new AxisChain(chain.subList(0, number))
                .at(this::setting)
                .rotation()
                .apply(chain.get(number).vector());
    }

    private double setting(Axis axis) {
        Optional<AxisSetting> stated = measured.scan().setting(axis.name());
        return stated.map(setting -> {
                    double increment = setting.increment().doubleValue();
                    Optional<List<BigDecimal>> frames = setting.frames();
                    if (frames.isEmpty()) {
                        return setting.start().doubleValue() + (frame + passed) * increment;
                    }
                    // A translation of irregular steps stands while a frame is taken; a rotation turns on.
                    double within = axis.kind() == Axis.Kind.ROTATION ? passed * increment : 0;
                    return frames.get().get(frame).doubleValue() + within;
                })
                .orElse(0.0);
    }
}
