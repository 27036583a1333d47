package io.github.icatimgcif.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the journal remembers. */
@ConfigMapping(prefix = "imgcif.journal")
public interface JournalConfig {

    /** How long conversions are kept that were followed by another one. */
    @WithDefault("3650d")
    Duration keepHistory();

    /** How long attempts are kept that had to wait or were interrupted. */
    @WithDefault("90d")
    Duration keepWaits();

    /** How long after it looked at old attempts the service does so again; 0 for never. */
    @WithDefault("1h")
    Duration pruningEvery();

    /** So many attempts are looked at each time. */
    @WithDefault("50000")
    int pruningMost();
}
