package io.github.icatimgcif.adapter.icat;

import java.time.Duration;

/** How time passes between two tries. */
@FunctionalInterface
public interface Waiting {

    /** Lets a while pass. */
    void pass(Duration duration);
}
