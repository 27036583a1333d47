package io.github.icatimgcif.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The ingester of a facility that registers by {@code storeDataset} messages. */
@ConfigMapping(prefix = "imgcif.ingest")
public interface IngestConfig {

    /** Its brokers over STOMP or, by TLS, {@code stomp+ssl://}, joined by commas; the first that answers is used. */
    Optional<String> url();

    /** The queue it listens to. */
    @WithDefault("icatIngest")
    String queue();

    /** Who we are for the broker, if it asks. */
    Optional<String> username();

    /** The password that goes with it. */
    Optional<String> password();

    /** How long a connection may take to stand. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long the broker may take to store a message. */
    @WithDefault("10s")
    Duration answerTime();

    /** How long after a message has left the next one is sent, if the catalogue does not show the registration. */
    @WithDefault("1h")
    Duration resendAfter();

    /** How many messages ask for one registration, the first included. */
    @WithDefault("3")
    int mostSent();
}
