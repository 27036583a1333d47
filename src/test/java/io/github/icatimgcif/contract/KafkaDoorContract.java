package io.github.icatimgcif.contract;

import io.github.icatimgcif.service.KafkaClients;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The door of Kafka. */
abstract class KafkaDoorContract extends BusDoorContract {

    private static final String TOPIC = "icat.dataset.stored";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Override
    String door() {
        return "kafka";
    }

    @Override
    String origin() {
        return TOPIC;
    }

    @Override
    void send(String key, byte[] content) {
        new KafkaClients(broker).send(TOPIC, key, content, Map.of());
    }
}
