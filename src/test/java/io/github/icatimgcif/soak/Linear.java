package io.github.icatimgcif.soak;

import java.util.Locale;
import java.util.Optional;

/**
 * Growth that is expected: so much for each dataset, at the end as in the beginning.
 *
 * @param most by how much what the last half adds for a dataset may exceed what the first half did: 1.25 is a quarter
 */
public record Linear(double most) {

    /** Why the medians grow faster and faster, or empty. */
    public Optional<String> brokenBy(Series medians) {
        double first = medians.firstHalf().slope();
        double last = medians.lastHalf().slope();
        return last > most * first
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%s grows faster and faster: by %.0f for a dataset in the first half, by %.0f in the last",
                        medians.name(),
                        first,
                        last))
                : Optional.empty();
    }
}
