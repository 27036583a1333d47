package io.github.icatimgcif.contract;

import io.github.icatimgcif.service.ActiveMq;
import io.github.icatimgcif.service.RealServers;
import io.github.icatimgcif.service.StompSocket;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class ActiveMqBytesXmlDoorTest extends BusDoorContract {

    @ConfigProperty(name = "test.stomp.port")
    int port;

    @Override
    MessageShape shape() {
        return MessageShape.XML;
    }

    @Override
    String door() {
        return "activemq";
    }

    @Override
    String origin() {
        return ActiveMq.COPY;
    }

    @Override
    void send(String key, byte[] content) throws IOException {
        try (StompSocket stomp = StompSocket.connect(port)) {
            stomp.sendBytes(ActiveMq.INGEST, content);
        }
    }
}
