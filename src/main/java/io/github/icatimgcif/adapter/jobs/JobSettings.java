package io.github.icatimgcif.adapter.jobs;

import java.time.Duration;

/**
 * How waiting datasets are worked off.
 *
 * @param threads      how many conversions run at once in this service
 * @param polling      how long a due job may go unnoticed
 * @param heartbeat    how often a running job says that it lives; a job silent for four of these is taken over by others
 * @param waits        how long is waited for what
 * @param errorRetries how often a conversion that ended by an error of this service is tried again
 * @param sweep        how often datasets are looked for that wait without a job
 * @param shutdownWait how long the end of the service waits for running conversions
 */
public record JobSettings(
        int threads,
        Duration polling,
        Duration heartbeat,
        Waits waits,
        int errorRetries,
        Duration sweep,
        Duration shutdownWait) {}
