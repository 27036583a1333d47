package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** The conversions that a mapping file may name. */
public enum NamedConversion implements ValueConversion {

    /** The text as it is. */
    TEXT("text") {
        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            return new Converted.Words(text);
        }
    },

    /** A name without blanks, as the dictionary wants identifiers: blanks become underscores. */
    WORD("word") {
        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            return new Converted.Words(text.replaceAll("[\\s\\p{Cntrl}]+", "_"));
        }
    },

    /** A number. */
    NUMBER("number") {
        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            return RecordedNumber.read(text)
                    .<Converted>map(number -> quantity(number, recorded, wanted))
                    .orElseGet(() -> noNumber(text));
        }
    },

    /** A number above zero; zero and less stand for "not set", as a flux of 0. */
    POSITIVE_NUMBER("positiveNumber") {
        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            return positive(text, NUMBER.convert(text, recorded, wanted));
        }
    },

    /** A date and time. */
    DATE("date") {
        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            return RecordedDate.read(text)
                    .<Converted>map(date -> new Converted.Moment(date.text(), date.moment()))
                    .orElseGet(() -> new Converted.Unusable("'" + text + "' is no date and time of ISO 8601"));
        }
    },

    /** A photon energy above zero, of which the wavelength is taken. */
    ENERGY_TO_WAVELENGTH("energyToWavelength") {
        @Override
        public ValueConversion ofItemItself() {
            return POSITIVE_NUMBER;
        }

        @Override
        public Optional<Unit.Dimension> measures(Optional<Unit> wanted) {
            return Optional.of(Unit.Dimension.ENERGY);
        }

        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            Converted energy = positive(text, NUMBER.convert(text, recorded, Optional.of(Unit.ELECTRONVOLT)));
            return energy instanceof Converted.Number number ? wavelength(number, wanted) : energy;
        }
    },

    /** One divided by a number above zero: NeXus multiplies by what imgCIF divides by. */
    RECIPROCAL("reciprocal") {
        @Override
        public ValueConversion ofItemItself() {
            return POSITIVE_NUMBER;
        }

        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            Converted divisor = positive(text, NUMBER.convert(text, recorded, wanted));
            if (!(divisor instanceof Converted.Number number)) {
                return divisor;
            }
            BigDecimal quotient = BigDecimal.ONE.divide(number.number(), MathContext.DECIMAL64);
            return new Converted.Number(
                    RecordedNumber.plain(quotient),
                    quotient.multiply(number.resolution()).divide(number.number(), MathContext.DECIMAL32));
        }
    },

    /** The greatest valid number becomes the least that is not valid: plus one; zero and less stand for "not set". */
    INCLUSIVE_TO_EXCLUSIVE("inclusiveToExclusive") {
        @Override
        public ValueConversion ofItemItself() {
            return POSITIVE_NUMBER;
        }

        @Override
        public Converted convert(String text, Optional<Unit> recorded, Optional<Unit> wanted) {
            Converted greatest = positive(text, NUMBER.convert(text, recorded, wanted));
            return greatest instanceof Converted.Number number
                    ? new Converted.Number(number.number().add(BigDecimal.ONE), number.resolution())
                    : greatest;
        }
    };

    /** Planck's constant times the speed of light by the SI of 2019, eV angstrom. */
    private static final BigDecimal ENERGY_TIMES_WAVELENGTH = new BigDecimal("12398.419843320026");

    private final String word;

    NamedConversion(String word) {
        this.word = word;
    }

    /** The name it has in a mapping file. */
    public String word() {
        return word;
    }

    /** The conversion of this name. */
    public static Optional<ValueConversion> named(String word) {
        return Arrays.stream(values())
                .filter(conversion -> conversion.word.equals(word))
                .<ValueConversion>map(conversion -> conversion)
                .findFirst();
    }

    private static Converted quantity(BigDecimal number, Optional<Unit> recorded, Optional<Unit> wanted) {
        BigDecimal lastDigit = number.ulp();
        if (recorded.isEmpty() || wanted.isEmpty()) {
            return new Converted.Number(number, lastDigit);
        }
        return new Converted.Number(
                new Quantity(number, recorded.get()).in(wanted.get()).magnitude(),
                new Quantity(lastDigit, recorded.get()).in(wanted.get()).magnitude());
    }

    private static Converted positive(String text, Converted converted) {
        return converted instanceof Converted.Number number && number.number().signum() <= 0
                ? new Converted.Unusable(text + " is not above zero")
                : converted;
    }

    private static Converted noNumber(String text) {
        return new Converted.Unusable("'" + text + "' is no number");
    }

    /** With one digit more than the energy has, so that the energy can be had back from it. */
    private static Converted wavelength(Converted.Number energy, Optional<Unit> wanted) {
        int digits = Math.max(5, energy.number().precision() + 1);
        BigDecimal wavelength =
                ENERGY_TIMES_WAVELENGTH.divide(energy.number(), new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal resolution = wavelength.multiply(energy.resolution()).divide(energy.number(), MathContext.DECIMAL32);
        return quantity(wavelength, Optional.of(Unit.ANGSTROM), wanted) instanceof Converted.Number number
                ? new Converted.Number(
                        number.number(),
                        new Quantity(resolution, Unit.ANGSTROM)
                                .in(wanted.orElse(Unit.ANGSTROM))
                                .magnitude())
                : new Converted.Unusable("no wavelength of energy " + energy.number());
    }
}
