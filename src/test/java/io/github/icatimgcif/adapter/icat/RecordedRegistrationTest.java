package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.icatstub.Recordings;
import io.github.icatimgcif.icatstub.StubRequest;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RecordedRegistrationTest {

    @Test
    void theClientSendsWhatARealServerTook() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (Laboratory laboratory = new Laboratory()) {
            laboratory
                    .client(Laboratory.names(Laboratory.unsealed(), false), Clock.systemUTC())
                    .catalogue()
                    .register(laboratory.request());

            List<StubRequest> writes = laboratory.stub.requests().stream()
                    .filter(StubRequest::isWrite)
                    .toList();
            assertThat(writes).hasSize(2);
            assertThat(shape(writes.get(0).entities())).isEqualTo(shape(recorded(recordings, "33-register-post-1")));
            assertThat(shape(writes.get(1).entities())).isEqualTo(shape(recorded(recordings, "33-register-post-2")));
        }
    }

    private static String recorded(Recordings recordings, String name) {
        return recordings
                .read(name)
                .path("request")
                .path("form")
                .path("entities")
                .asText();
    }

    private static String shape(String json) throws JsonProcessingException {
        return shape(IcatAnswer.JSON.readTree(json));
    }

    /** Names and kinds of values, without the values. */
    private static String shape(JsonNode node) {
        StringBuilder shape = new StringBuilder();
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), shape(field.getValue())));
            shape.append(fields);
        } else if (node.isArray()) {
            node.forEach(one -> shape.append('[').append(shape(one)).append(']'));
        } else {
            shape.append(node.getNodeType());
        }
        return shape.toString();
    }
}
