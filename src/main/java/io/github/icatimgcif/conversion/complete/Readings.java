package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all sources say, by term, the most trusted first; what they say is missing is left out. */
final class Readings {

    private final Map<SourceTerm, List<Reading>> byTerm;

    Readings(List<Reading> readings) {
        byTerm = readings.stream()
                .filter(reading -> !MissingWords.isMissing(reading.text()))
                .sorted(Comparator.comparing(Reading::source))
                .collect(Collectors.groupingBy(Reading::term, LinkedHashMap::new, Collectors.toList()));
    }

    /** All that was recorded under a term, the most trusted first. */
    List<Reading> of(SourceTerm term) {
        return byTerm.getOrDefault(term, List.of());
    }

    /** The most trusted reading under the first of these parameter names that has one. */
    Optional<Reading> parameter(String... names) {
        for (String name : names) {
            List<Reading> found = of(SourceTerm.parameter(name));
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** The most trusted reading of a term. */
    Optional<Reading> first(String term) {
        return of(SourceTerm.parse(term)).stream().findFirst();
    }

    /** What a person states under a parameter name. */
    Optional<Reading> stated(String parameterName) {
        return of(SourceTerm.parameter(parameterName)).stream()
                .filter(reading -> reading.source() == Source.PERSON)
                .findFirst();
    }

    /**
     * The number under a parameter name, of the most trusted reading that is one.
     *
     * @param unit the unit that is wanted, in which the parameter is also declared: a reading without a unit is taken in it, one in
     *             another is converted, and one whose unit does not measure this, or is not known, is no such number
     */
    Optional<BigDecimal> number(String parameterName, Unit unit) {
        return numbers(parameterName, unit).findFirst();
    }

    /** The same above zero: where a size or a distance is wanted, 0 and less stand for "not set". */
    Optional<BigDecimal> positive(String parameterName, Unit unit) {
        return numbers(parameterName, unit)
                .filter(number -> number.signum() > 0)
                .findFirst();
    }

    /** The number of a reading; see {@link #number}. */
    static Optional<BigDecimal> number(Reading reading, Unit unit) {
        return RecordedUnit.of(reading, unit.dimension(), Optional.of(unit))
                .unit()
                .flatMap(its -> RecordedNumber.read(reading.text())
                        .map(number -> new Quantity(number, its).in(unit).magnitude()));
    }

    /** What is recorded under a parameter name where nothing of it is of use: each reading with the reason, in words. */
    List<String> unusable(String parameterName, Unit unit) {
        return of(SourceTerm.parameter(parameterName)).stream()
                .map(reading -> SourceWords.of(reading) + ": " + unusable(reading, unit) + "; not used")
                .toList();
    }

    private static String unusable(Reading reading, Unit unit) {
        if (RecordedNumber.read(reading.text()).isEmpty()) {
            return "'" + reading.text() + "' is no number";
        }
        String trouble =
                RecordedUnit.of(reading, unit.dimension(), Optional.of(unit)).trouble();
        return reading.text() + (trouble.isEmpty() ? " is not above zero" : ": " + trouble);
    }

    private Stream<BigDecimal> numbers(String parameterName, Unit unit) {
        return of(SourceTerm.parameter(parameterName)).stream().flatMap(reading -> number(reading, unit).stream());
    }
}
