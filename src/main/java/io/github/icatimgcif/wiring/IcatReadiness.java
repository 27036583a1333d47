package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.icat.Icat;
import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.conversion.Unavailable;
import java.util.List;
import java.util.Optional;

/** Ready means: ICAT answers, knows us, and has everything by name that a registration refers to. */
final class IcatReadiness implements RemotePart {

    private final Icat icat;
    private volatile boolean namesAreKnown;

    IcatReadiness(Icat icat) {
        this.icat = icat;
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public Optional<String> trouble() {
        try {
            icat.health();
            if (namesAreKnown) {
                return Optional.empty();
            }
            List<String> problems = icat.check();
            namesAreKnown = problems.isEmpty();
            return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
        } catch (Unavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
