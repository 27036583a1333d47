package io.github.icatimgcif.contract;

import io.github.icatimgcif.service.KafkaClients;
import io.github.icatimgcif.service.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class KafkaJsonDoorTest extends BusDoorContract {

    private static final String TOPIC = "icat.dataset.stored";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Override
    MessageShape shape() {
        return MessageShape.JSON;
    }

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
