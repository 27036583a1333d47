package io.github.icatimgcif.adapter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.adapter.ingest.IngestQueue.Text;
import io.github.icatimgcif.ingester.IngestBroker;
import io.github.icatimgcif.wiring.embedded.FreePort;
import jakarta.jms.DeliveryMode;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

final class IngestQueueTest {

    private static final String QUEUE = "icatIngest";

    @Test
    void aMessageArrivesAsAPersistentTextUnderItsId() throws Exception {
        int port = FreePort.any();
        try (IngestBroker broker = IngestBroker.start(port)) {
            List<Optional<String>> results = queue("stomp://127.0.0.1:" + port)
                    .send(List.of(new Text("m-17:1", "<a>Li&#233;</a>"), new Text("m-18", "<b>two\nlines</b>")));

            assertThat(results).containsExactly(Optional.empty(), Optional.empty());
            TextMessage first = (TextMessage) broker.take(QUEUE);
            assertThat(first.getText()).isEqualTo("<a>Li&#233;</a>");
            assertThat(first.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
            assertThat(first.getStringProperty("imgcif-id")).isEqualTo("m-17:1");
            assertThat(((TextMessage) broker.take(QUEUE)).getText()).isEqualTo("<b>two\nlines</b>");
        }
    }

    @Test
    void theSecondBrokerIsUsedWhereTheFirstIsAway() throws Exception {
        int port = FreePort.any();
        try (IngestBroker broker = IngestBroker.start(port)) {
            var queue = queue("stomp://127.0.0.1:" + FreePort.any() + ",stomp://127.0.0.1:" + port);

            assertThat(queue.send(List.of(new Text("m-19", "<c/>")))).containsExactly(Optional.empty());

            assertThat(((TextMessage) broker.take(QUEUE)).getText()).isEqualTo("<c/>");
        }
    }

    @Test
    void ofABrokerThatIsAwayEachMessageSaysSo() {
        var results = queue("stomp://127.0.0.1:" + FreePort.any())
                .send(List.of(new Text("m-20", "<d/>"), new Text("m-21", "<e/>")));

        assertThat(results)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.orElseThrow())
                        .contains("icatIngest at [127.0.0.1:")
                        .contains("refused"));
    }

    @Test
    void anAddressThatIsNoneSaysWhatWouldBeRight() {
        assertThatThrownBy(() -> StompAddress.parse("tcp://mq-01.example.org:61616"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "imgcif.ingest.url is stomp://host:61613 or stomp+ssl://host:61612, several joined by commas,"
                                + " not tcp://mq-01.example.org:61616");
        assertThat(StompAddress.parse("stomp://mq-01.example.org, stomp+ssl://mq-02.example.org:61612"))
                .containsExactly(
                        new StompAddress("mq-01.example.org", 61613, false),
                        new StompAddress("mq-02.example.org", 61612, true));
    }

    private static IngestQueue queue(String urls) {
        return new IngestQueue(
                StompAddress.parse(urls),
                QUEUE,
                Map.of(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
