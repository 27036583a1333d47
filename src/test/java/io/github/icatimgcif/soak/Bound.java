package io.github.icatimgcif.soak;

import java.util.Locale;
import java.util.Optional;

/**
 * How much a thing may grow for what is no leak.
 *
 * @param perDataset growth for one dataset that is allowed, in the unit of the thing
 * @param spread     growth over the whole time that is allowed whatever the datasets: so much it moves without a reason
 */
public record Bound(double perDataset, double spread) {

    /** Fewer medians cannot tell growth from chance. */
    public static final int LEAST_WINDOWS = 6;

    /**
     * Why the medians grow, or empty. They grow when the slope over all of them is above the bound, and that over each half is
     * above half of it: something that is filled once, as a cache or a pool, rises in one half and rests in the other.
     *
     * @throws IllegalArgumentException if there are too few to tell
     */
    public Optional<String> brokenBy(Series medians) {
        if (medians.points().size() < LEAST_WINDOWS) {
            throw new IllegalArgumentException(medians.name() + ": "
                    + medians.points().size() + " windows cannot tell growth, it takes " + LEAST_WINDOWS);
        }
        double slope = medians.slope();
        boolean grows = slope > perDataset
                && medians.firstHalf().slope() > perDataset / 2
                && medians.lastHalf().slope() > perDataset / 2
                && slope * medians.datasets() > spread;
        return grows
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%s grows by %.4g for a dataset, %.4g in %.0f datasets; %.4g for a dataset is allowed",
                        medians.name(),
                        slope,
                        slope * medians.datasets(),
                        medians.datasets(),
                        perDataset))
                : Optional.empty();
    }
}
