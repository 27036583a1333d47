package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether two measurements were made with one instrument, so that only the settings of its axes differ. */
final class SharedInstrument {

    /** mm; a tenth of what is noticed as an error of the geometry. */
    private static final double SAME_PLACE = 1e-4;

    private static final double SAME_DIRECTION = 1e-7;

    /** Relative; a monochromator holds its wavelength better than this, and a file may state it as float. */
    private static final double SAME_WAVELENGTH = 1e-6;

    private static final ItemName WAVELENGTH = ItemName.parse("_diffrn_radiation_wavelength.value");

    private SharedInstrument() {}

    /** In what the instruments differ, for a person; empty if they do not. */
    static Optional<String> difference(Measurement one, Measurement other) {
        if (one.bitDepth() != other.bitDepth()) {
            return Optional.of("the bits of a pixel");
        }
        if (differ(one.goniometer(), other.goniometer())) {
            return Optional.of("the axes of the goniometer");
        }
        if (differ(one.detector(), other.detector())) {
            return Optional.of("the axes of the detector");
        }
        if (one.elements().size() != other.elements().size()) {
            return Optional.of("the number of detector elements");
        }
        for (int i = 0; i < one.elements().size(); i++) {
            if (differ(one.elements().get(i), other.elements().get(i))) {
                return Optional.of("the size or the place of detector element "
                        + one.elements().get(i).name());
            }
        }
        return Optional.empty();
    }

    /** In what the beams differ; an imgCIF has one wavelength. */
    static Optional<String> differenceOfBeam(Map<ItemName, CifValue> one, Map<ItemName, CifValue> other) {
        CifValue first = one.getOrDefault(WAVELENGTH, CifValue.UNKNOWN);
        CifValue second = other.getOrDefault(WAVELENGTH, CifValue.UNKNOWN);
        if (first instanceof CifValue.Decimal a && second instanceof CifValue.Decimal b) {
            double wavelength = a.number().doubleValue();
            boolean same = Math.abs(wavelength - b.number().doubleValue()) <= SAME_WAVELENGTH * wavelength;
            return same ? Optional.empty() : Optional.of("the wavelength, " + b.number() + " and not " + a.number());
        }
        return Objects.equals(first, second) ? Optional.empty() : Optional.of("the wavelength");
    }

    private static boolean differ(AxisChain one, AxisChain other) {
        List<Axis> axes = one.axes();
        if (axes.size() != other.axes().size()) {
            return true;
        }
        for (int i = 0; i < axes.size(); i++) {
            Axis a = axes.get(i);
            Axis b = other.axes().get(i);
            if (!a.name().equals(b.name())
                    || a.kind() != b.kind()
                    || apart(a.vector(), b.vector(), SAME_DIRECTION)
                    || apart(a.offset(), b.offset(), SAME_PLACE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(DetectorElement one, DetectorElement other) {
        return one.fastSize() != other.fastSize()
                || one.slowSize() != other.slowSize()
                || one.fastPixelSize().compareTo(other.fastPixelSize()) != 0
                || one.slowPixelSize().compareTo(other.slowPixelSize()) != 0
                || !one.section().equals(other.section())
                || one.storedArray() != other.storedArray()
                || differ(one.branch(), other.branch())
                || apart(one.origin(), other.origin(), SAME_PLACE)
                || apart(one.fastDirection(), other.fastDirection(), SAME_DIRECTION)
                || apart(one.slowDirection(), other.slowDirection(), SAME_DIRECTION);
    }

    private static boolean apart(Vector3 one, Vector3 other, double most) {
        return one.minus(other).length() > most;
    }
}
