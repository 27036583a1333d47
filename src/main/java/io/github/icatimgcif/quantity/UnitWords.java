package io.github.icatimgcif.quantity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that NeXus files, ICAT and CIF use for units. Not UCUM: these files say "angstrom", "deg", "microns", "ph/s". */
public final class UnitWords {

    private static final Map<String, Unit> WORDS = new HashMap<>();

    static {
        say(Unit.METRE, "m", "meter", "meters", "metre", "metres");
        say(Unit.INCH, "in", "inch", "inches");
        say(Unit.CENTIMETRE, "cm", "centimetre", "centimeter");
        say(Unit.MILLIMETRE, "mm", "millimeter", "millimeters", "millimetre", "millimetres");
        say(
                Unit.MICROMETRE,
                "um",
                "\u00b5m",
                "\u03bcm",
                "micron",
                "microns",
                "micrometer",
                "micrometers",
                "micrometre",
                "micrometres");
        say(Unit.NANOMETRE, "nm", "nanometer", "nanometers", "nanometre", "nanometres");
        say(Unit.ANGSTROM, "a", "\u00e5", "\u212b", "ang", "angstrom", "angstroms");
        say(Unit.SECOND, "s", "sec", "second", "seconds");
        say(Unit.MILLISECOND, "ms", "millisecond", "milliseconds");
        say(Unit.MICROSECOND, "us", "\u00b5s", "\u03bcs", "microsecond", "microseconds");
        say(Unit.NANOSECOND, "ns", "nanosecond", "nanoseconds");
        say(Unit.DEGREE, "deg", "degree", "degrees", "\u00b0");
        say(Unit.RADIAN, "rad", "radian", "radians");
        say(Unit.MILLIRADIAN, "mrad", "milliradian", "milliradians");
        say(Unit.ELECTRONVOLT, "ev", "electronvolt", "electronvolts", "electron_volts");
        say(Unit.KILOELECTRONVOLT, "kev", "kiloelectronvolt", "kiloelectronvolts");
        say(Unit.KELVIN, "k", "kelvin", "kelvins");
        say(Unit.AMPERE, "ampere", "amperes", "amp");
        say(Unit.MILLIAMPERE, "ma", "milliampere", "milliamperes");
        say(Unit.WATT, "w", "watt", "watts");
        say(Unit.KILOWATT, "kw", "kilowatt", "kilowatts");
        say(Unit.VOLT, "v", "volt", "volts");
        say(Unit.KILOVOLT, "kv", "kilovolt", "kilovolts");
        say(
                Unit.PER_SECOND,
                "hz",
                "1/s",
                "s^-1",
                "ph/s",
                "photons/s",
                "photons_per_second",
                "photons/second",
                "counts/s");
        say(Unit.PIXEL, "pixel", "pixels", "px");
        say(Unit.ONE, "", "1", "na", "none", "n/a", "counts", "count", "dimensionless", "nx_dimensionless");
        say(Unit.PERCENT, "%", "percent");
    }

    private UnitWords() {}

    /**
     * The unit a word stands for. Case does not matter but where it tells units apart: {@code MeV} is a million electronvolt,
     * {@code meV} is not known here.
     */
    public static Optional<Unit> unit(String word) {
        String trimmed = word.strip();
        if (trimmed.equals("MeV")) {
            return Optional.of(Unit.MEGAELECTRONVOLT);
        }
        if (trimmed.equals("Mm") || trimmed.equals("MA")) {
            return Optional.empty();
        }
        return Optional.ofNullable(WORDS.get(trimmed.toLowerCase(Locale.ROOT)));
    }

    /** A word that is read as this unit: that of its name, {@code millimetre}. */
    public static String word(Unit unit) {
        return switch (unit) {
            case PER_SECOND -> "1/s";
            case ONE -> "";
            case MEGAELECTRONVOLT -> "MeV";
            default -> unit.name().toLowerCase(Locale.ROOT);
        };
    }

    private static void say(Unit unit, String... words) {
        for (String word : words) {
            WORDS.put(word, unit);
        }
    }
}
