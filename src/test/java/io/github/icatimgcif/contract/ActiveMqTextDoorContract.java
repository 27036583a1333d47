package io.github.icatimgcif.contract;

import io.github.icatimgcif.service.ActiveMq;
import io.github.icatimgcif.service.StompSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The door of ActiveMQ, for messages of text: STOMP without a length. */
abstract class ActiveMqTextDoorContract extends BusDoorContract {

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
    boolean keepsTheBytesOf(byte[] content) {
        // What the broker cannot decode is gone before it reaches a door.
        return Arrays.equals(new String(content, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), content);
    }

    @Override
    String wrongEncoding() {
        return "the path has the character U+FFFD in it";
    }

    @Override
    void send(String key, byte[] content) throws IOException {
        try (StompSocket stomp = StompSocket.connect(port)) {
            stomp.sendText(ActiveMq.INGEST, content);
        }
    }
}
