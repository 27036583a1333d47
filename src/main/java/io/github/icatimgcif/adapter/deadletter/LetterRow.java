package io.github.icatimgcif.adapter.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row of the table, there and back. */
final class LetterRow {

    /** All of a letter but its content. */
    static final String SELECT = """
            select id, door, origin, message_key, headers, size, length(content) as kept, reason, attempts, first_attempt,
                last_attempt, service_version, mapping_version, dictionary_version
            from dead_letter
            """;

    /** The message of a letter, by its number. */
    static final String SELECT_MESSAGE =
            "select door, origin, message_key, headers, content from dead_letter where id = ?";

    // Whoever sends more has no headers but a message in them.
    private static final int MOST_HEADERS = 100;

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json;

    LetterRow(ObjectMapper json) {
        this.json = json;
    }

    DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("door"),
                row.getString("origin"),
                Optional.ofNullable(row.getString("message_key")),
                headers(row),
                row.getLong("size"),
                row.getLong("kept"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("first_attempt", OffsetDateTime.class).toInstant(),
                row.getObject("last_attempt", OffsetDateTime.class).toInstant(),
                new Versions(
                        row.getString("service_version"),
                        row.getString("mapping_version"),
                        row.getString("dictionary_version")));
    }

    ReceivedMessage message(ResultSet row) throws SQLException {
        return new ReceivedMessage(
                row.getString("door"),
                row.getString("origin"),
                Optional.ofNullable(row.getString("message_key")),
                headers(row),
                row.getBytes("content"));
    }

    String headers(Map<String, String> headers) {
        Map<String, String> storable = new LinkedHashMap<>();
        headers.entrySet().stream()
                .limit(MOST_HEADERS)
                .forEach(header -> storable.put(StorableText.of(header.getKey()), StorableText.of(header.getValue())));
        try {
            return json.writeValueAsString(storable);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts by name are always JSON", e);
        }
    }

    private Map<String, String> headers(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("headers"), TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the headers of a dead letter are no texts by name", e);
        }
    }
}
