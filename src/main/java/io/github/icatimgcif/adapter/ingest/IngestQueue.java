package io.github.icatimgcif.adapter.ingest;

import io.github.icatimgcif.conversion.TlsTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** The queue that the ingester listens to. Whatever is sent is stored by the broker until the ingester takes it. */
public final class IngestQueue {

    // A batch is a transaction of the outbox.
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);

    private final List<StompAddress> brokers;
    private final String queue;
    private final Map<String, String> login;
    private final Duration connect;
    private final Duration answer;
    private final SSLSocketFactory secure;

    /**
     * Talks to nobody yet.
     *
     * @param brokers the first that answers is used
     * @param queue   its name ({@code icatIngest})
     * @param login   STOMP's {@code login} and {@code passcode}; empty for a broker that asks nobody
     * @param connect how long a connection may take to stand
     * @param answer  how long the broker may take to store a message
     * @param secure  makes connections over TLS, and knows whom to believe
     */
    public IngestQueue(
            List<StompAddress> brokers,
            String queue,
            Map<String, String> login,
            Duration connect,
            Duration answer,
            SSLSocketFactory secure) {
        this.brokers = List.copyOf(brokers);
        this.queue = queue;
        this.login = Map.copyOf(login);
        if (login.values().stream().anyMatch(value -> value.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("a username and a password of a STOMP broker are one line each");
        }
        this.connect = connect;
        this.answer = answer;
        this.secure = secure;
    }

    /**
     * A message to send.
     *
     * @param id   the same when it is sent again
     * @param text the message
     */
    public record Text(String id, String text) {}

    /** Sends messages over one connection; of each, in order, why it is not known to be the broker's, empty if it is. */
    public List<Optional<String>> send(List<Text> messages) {
        List<Optional<String>> results = new ArrayList<>();
        String trouble = "the broker is slow; what it did not take is sent later";
        long end = System.nanoTime() + LONGEST_BATCH.toNanos();
        try (StompSession session = session()) {
            for (int next = 0; next < messages.size() && System.nanoTime() < end; next++) {
                session.send(queue, messages.get(next).id(), messages.get(next).text());
                results.add(Optional.empty());
            }
        } catch (IOException e) {
            // A connection that failed once says nothing about the rest; they are sent by the next one.
            trouble = TlsTrouble.of(e).orElse(e.toString());
        }
        while (results.size() < messages.size()) {
            results.add(Optional.of("the queue " + queue + " at " + brokers + ": " + trouble));
        }
        return results;
    }

    private StompSession session() throws IOException {
        IOException trouble = new IOException("there is no broker to ask");
        for (StompAddress broker : brokers) {
            try {
                return StompSession.open(broker, login, connect, answer, secure);
            } catch (IOException e) {
                trouble = e;
            }
        }
        throw trouble;
    }
}
