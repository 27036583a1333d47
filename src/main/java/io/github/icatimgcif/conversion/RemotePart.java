package io.github.icatimgcif.conversion;

import java.util.Optional;

/** Something outside that the service cannot work without, for the readiness of the service. */
public interface RemotePart {

    /** What it is called there: {@code catalogue}. */
    String name();

    /** What is wrong with it, in words for an operator; empty if it answers. Returns within seconds and never throws. */
    Optional<String> trouble();
}
