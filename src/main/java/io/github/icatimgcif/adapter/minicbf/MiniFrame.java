package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file of a series with headers of miniCBF says.
 *
 * @param number      number in its name
 * @param header      its comments
 * @param dimensions  sizes of the stored array, fast, slow
 * @param bitDepth    bits of a pixel, negative if it has a sign; 0 if not known
 * @param compression of the whole file
 * @param detector    its detector
 * @param spindle     the axis that turns the sample
 * @param angles      settings by axis; without the spindle's, if the header does not say how far it turns
 */
record MiniFrame(
        int number,
        MiniHeader header,
        List<Integer> dimensions,
        int bitDepth,
        Optional<Compression> compression,
        DetectorStatement.Flat detector,
        Spindle spindle,
        Map<String, FrameAngle> angles) {

    /** Fast is +X and slow -Y of imgCIF. */
    private static final Vector3 FAST = new Vector3(-1, 0, 0);

    private static final Vector3 SLOW = new Vector3(0, -1, 0);

    /** Angles whose absence means zero, or that of another key, so that one that cannot be read must not be left out. */
    private static final List<String> ANGLES = List.of(
            "Detector_2theta",
            "Start_angle",
            "Angle_increment",
            "Omega",
            "Omega_increment",
            "Chi",
            "Chi_increment",
            "Kappa",
            "Kappa_increment",
            "Phi",
            "Phi_increment");

    MiniFrame {
        dimensions = List.copyOf(dimensions);
        angles = Map.copyOf(angles);
    }

    /**
     * Understands a file.
     *
     * @param number that of its name
     * @param name   of the file, for messages
     * @throws NotUsable if it states an angle that is none
     */
    static MiniFrame of(int number, String name, MiniImage image, Optional<Compression> compression) {
        MiniHeader header = image.header();
        ANGLES.stream().filter(header::isUnreadable).findFirst().ifPresent(key -> {
            throw new NotUsable(
                    name,
                    "the header states '" + header.text(key).orElse("") + "' for " + key
                            + ", which is no angle; expected a number with a decimal point, in degrees");
        });
        Spindle spindle = Spindle.of(header);
        return new MiniFrame(
                number,
                header,
                image.dimensions(),
                image.bitDepth(),
                compression,
                detector(header, image.dimensions()),
                spindle,
                angles(header, spindle));
    }

    /** The same with another axis as the spindle. */
    MiniFrame turningAbout(String axis) {
        Spindle other = spindle.called(axis);
        return new MiniFrame(number, header, dimensions, bitDepth, compression, detector, other, angles(header, other));
    }

    /** The same without what it says of an axis. */
    MiniFrame without(String axis) {
        Map<String, FrameAngle> others = new LinkedHashMap<>(angles);
        others.remove(axis);
        return new MiniFrame(number, header, dimensions, bitDepth, compression, detector, spindle, others);
    }

    private static DetectorStatement.Flat detector(MiniHeader header, List<Integer> dimensions) {
        List<BigDecimal> pixel = header.lengths("Pixel_size");
        List<BigDecimal> beam = header.numbers("Beam_xy");
        boolean hasBeam = beam.size() == 2
                && (beam.get(0).signum() != 0 || beam.get(1).signum() != 0)
                && header.unit("Beam_xy").orElse(Unit.PIXEL) == Unit.PIXEL;
        return new DetectorStatement.Flat(
                dimensions.get(0),
                dimensions.get(1),
                pixel.stream().findFirst(),
                pixel.stream().skip(pixel.size() == 2 ? 1 : 0).findFirst(),
                header.lengths("Detector_distance").stream().findFirst(),
                hasBeam ? Optional.of(beam.get(0)) : Optional.empty(),
                hasBeam ? Optional.of(beam.get(1)) : Optional.empty(),
                FAST,
                SLOW,
                header.known("Detector_2theta"));
    }

    /** The scan's own angle is Start_angle; other axes have theirs under their names. */
    private static Map<String, FrameAngle> angles(MiniHeader header, Spindle spindle) {
        Map<String, FrameAngle> angles = new LinkedHashMap<>();
        for (String axis : Spindle.AXES) {
            boolean turns = axis.equals(spindle.name());
            Optional<BigDecimal> own = header.number(axis);
            Optional<BigDecimal> ownIncrement = header.number(axis + "_increment");
            Optional<BigDecimal> start = turns && says(header, "Start_angle") ? header.number("Start_angle") : own;
            Optional<BigDecimal> increment = turns
                    ? (says(header, "Angle_increment") ? header.number("Angle_increment") : ownIncrement)
                    : Optional.of(ownIncrement.orElse(BigDecimal.ZERO));
            if (start.isPresent() && increment.isPresent()) {
                angles.put(axis, new FrameAngle(start.get(), increment.get()));
            }
        }
        return angles;
    }

    /** A word that is no number is said as well: what the scan does is then not known, whatever its axis says. */
    private static boolean says(MiniHeader header, String key) {
        return header.text(key).isPresent();
    }

    /** Whether it says how the sample turns. */
    boolean saysHowItTurns() {
        return angles.containsKey(spindle.name());
    }
}
