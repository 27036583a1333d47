package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The number under a parameter name, if there is one. */
    Optional<BigDecimal> number(String parameterName) {
        return parameter(parameterName).flatMap(reading -> RecordedNumber.read(reading.text()));
    }
}
