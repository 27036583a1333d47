package io.github.icatimgcif.conversion;

import java.util.function.Consumer;

/** Hears of each step a conversion reaches: for metrics, for the log, and for tests that stop the service at one. */
@FunctionalInterface
public interface Milestones extends Consumer<Milestone> {

    /** Nobody listens. */
    Milestones UNHEARD = milestone -> {};
}
