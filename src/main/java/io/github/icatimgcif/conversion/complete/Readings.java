package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
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

    /** The number under a parameter name, of the most trusted reading that is one. */
    Optional<BigDecimal> number(String parameterName) {
        return numbers(parameterName).findFirst();
    }

    /** The same above zero: where a size or a distance is wanted, 0 and less stand for "not set". */
    Optional<BigDecimal> positive(String parameterName) {
        return numbers(parameterName).filter(number -> number.signum() > 0).findFirst();
    }

    private Stream<BigDecimal> numbers(String parameterName) {
        return of(SourceTerm.parameter(parameterName)).stream()
                .flatMap(reading -> RecordedNumber.read(reading.text()).stream());
    }
}
