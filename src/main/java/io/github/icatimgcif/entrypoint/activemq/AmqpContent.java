package io.github.icatimgcif.entrypoint.activemq;

import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.entrypoint.message.MessageContent;
import io.github.icatimgcif.entrypoint.message.SentTrail;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpMessageBuilder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.jspecify.annotations.Nullable;

/** What is in a message of AMQP. */
final class AmqpContent {

    private AmqpContent() {}

    /** The message as all doors have it. */
    static ReceivedMessage received(String door, String queue, AmqpMessage message) {
        byte[] content = bytes(message.unwrap().getBody());
        return new ReceivedMessage(
                door,
                queue + "/"
                        + Optional.ofNullable(message.id()).orElseGet(() -> "without id, SHA-256 " + sha256(content)),
                Optional.ofNullable(message.groupId()),
                headers(message),
                content);
    }

    /** The same content as a message of its own: a text stays a text. */
    static AmqpMessage copy(AmqpMessage message, Map<String, String> more) {
        Section body = message.unwrap().getBody();
        JsonObject headers = new JsonObject();
        headers(message.unwrap().getApplicationProperties()).forEach(headers::put);
        more.forEach(headers::put);
        AmqpMessageBuilder copy = AmqpMessage.create().durable(true).applicationProperties(headers);
        return body instanceof AmqpValue said && said.getValue() instanceof String text
                ? copy.withBody(text).build()
                : copy.withBufferAsBody(Buffer.buffer(bytes(body))).build();
    }

    /** STOMP without content-length arrives as text, with it as bytes. */
    private static byte[] bytes(@Nullable Section body) {
        if (body instanceof Data data) {
            return bytes(data.getValue());
        }
        Object value = body instanceof AmqpValue said ? said.getValue() : body;
        if (value instanceof String text) {
            return MessageContent.bytes(text);
        }
        if (value instanceof Binary binary) {
            return bytes(binary);
        }
        // A map or a list, which is no announcement: kept in a form that a person can read.
        return value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Binary binary) {
        byte[] bytes = new byte[binary.getLength()];
        System.arraycopy(binary.getArray(), binary.getArrayOffset(), bytes, 0, bytes.length);
        return bytes;
    }

    /** AMQP, and JMS and STOMP with it, have a place of their own for what answers go by. */
    private static Map<String, String> headers(AmqpMessage message) {
        Map<String, String> headers = headers(message.unwrap().getApplicationProperties());
        String correlation = message.correlationId();
        if (correlation != null) {
            headers.putIfAbsent(SentTrail.CORRELATION, correlation);
        }
        return headers;
    }

    private static Map<String, String> headers(@Nullable ApplicationProperties properties) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (properties != null && properties.getValue() != null) {
            properties.getValue().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        }
        return headers;
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest().digest(content));
    }
}
