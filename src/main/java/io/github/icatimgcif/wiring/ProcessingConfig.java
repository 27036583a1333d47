package io.github.icatimgcif.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What comes back from programs that process the data. */
@ConfigMapping(prefix = "imgcif.processing")
public interface ProcessingConfig {

    /** Whether the refined values of a processed dataset are written into the imgCIF of its raw dataset. */
    @WithDefault("true")
    boolean refinedValues();

    /** How soon a raw dataset is converted again after a result came. */
    @WithDefault("30s")
    Duration announceEvery();
}
