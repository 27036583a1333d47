package io.github.icatimgcif.contract;

import io.github.icatimgcif.service.ActiveMq;
import io.github.icatimgcif.service.StompSocket;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The door of ActiveMQ, for messages of bytes: STOMP with a length. */
abstract class ActiveMqBytesDoorContract extends BusDoorContract {

    @ConfigProperty(name = "test.stomp.port")
    int port;

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
