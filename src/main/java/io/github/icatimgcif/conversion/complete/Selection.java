package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.quantity.Unit;
import java.util.List;
import java.util.Optional;

/**
 * How one value is chosen among the sources.
 *
 * @param unit       unit the value is wanted in; empty if it has none
 * @param conversion how a source's text becomes the value
 * @param range      between which numbers the value can be true; empty if any number can
 * @param usual      between which numbers it mostly is; beyond them it is used with a warning, after those of other sources
 * @param tolerance  beyond which two sources conflict
 * @param sources    where to look; order counts among sources of the same trust
 * @param otherwise  the value if no source gives one
 */
public record Selection(
        Optional<Unit> unit,
        ValueConversion conversion,
        Optional<PlausibleRange> range,
        Optional<PlausibleRange> usual,
        Tolerance tolerance,
        List<RuleSource> sources,
        Optional<String> otherwise) {

    public Selection {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a value needs at least one source");
        }
    }
}
