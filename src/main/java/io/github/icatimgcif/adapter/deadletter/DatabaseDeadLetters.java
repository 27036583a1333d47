package io.github.icatimgcif.adapter.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.adapter.database.StorableText;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.dataset.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The dead letters on PostgreSQL. */
public final class DatabaseDeadLetters implements DeadLetters {

    /** Bytes of a message that are kept: the largest message that Kafka takes unless it is told otherwise. */
    static final int KEPT = 1 << 20;

    private static final String KEEP = """
            insert into dead_letter (identity_hash, door, origin, message_key, headers, content, size, reason, attempts,
                first_attempt, last_attempt, service_version, mapping_version, dictionary_version)
            values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, 1, ?, ?, ?, ?, ?)
            on conflict (identity_hash) do update set
                reason = excluded.reason,
                attempts = dead_letter.attempts + 1,
                last_attempt = excluded.last_attempt,
                service_version = excluded.service_version,
                mapping_version = excluded.mapping_version,
                dictionary_version = excluded.dictionary_version
            """;

    private static final String NOTE = """
            update dead_letter set reason = ?, attempts = attempts + 1, last_attempt = ?, service_version = ?,
                mapping_version = ?, dictionary_version = ? where id = ?
            """;

    private static final String MATCHING = """
             where (cast(? as text) is null or door = ?)
               and (cast(? as text) is null or position(lower(?) in lower(reason)) > 0)
               and (cast(? as timestamptz) is null or last_attempt >= ?)
            """;

    private final Database database;
    private final LetterRow rows;
    private final Versions versions;
    private final Clock clock;

    /**
     * Dead letters.
     *
     * @param versions by what messages are tried now
     */
    public DatabaseDeadLetters(DataSource database, ObjectMapper json, Versions versions, Clock clock) {
        this.database = new Database(database);
        this.rows = new LetterRow(json);
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public void keep(ReceivedMessage message, String reason) {
        byte[] content = message.content();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.told("keep a dead letter", KEEP, statement -> {
            statement.setString(1, identity(message, content));
            statement.setString(2, StorableText.of(message.door()));
            statement.setString(3, StorableText.of(message.origin()));
            statement.setString(4, message.key().map(StorableText::of).orElse(null));
            statement.setString(5, rows.headers(message.headers()));
            statement.setBytes(6, content.length <= KEPT ? content : Arrays.copyOf(content, KEPT));
            statement.setLong(7, content.length);
            statement.setString(8, StorableText.of(reason));
            statement.setObject(9, now);
            statement.setObject(10, now);
            statement.setString(11, versions.service());
            statement.setString(12, versions.mapping());
            statement.setString(13, versions.dictionary());
            return statement.executeUpdate();
        });
    }

    @Override
    public List<DeadLetter> list(DeadLetterFilter filter, long after, int most) {
        return database.told(
                "list dead letters", LetterRow.SELECT + MATCHING + " and id > ? order by id limit ?", statement -> {
                    set(statement, filter);
                    statement.setLong(7, after);
                    statement.setInt(8, most);
                    return letters(statement);
                });
    }

    @Override
    public long count(DeadLetterFilter filter) {
        return database.told("count dead letters", "select count(*) from dead_letter" + MATCHING, statement -> {
            set(statement, filter);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    @Override
    public Optional<DeadLetter> find(long id) {
        return database.told("look up a dead letter", LetterRow.SELECT + " where id = ?", statement -> {
            statement.setLong(1, id);
            return letters(statement).stream().findFirst();
        });
    }

    @Override
    public Optional<ReceivedMessage> message(long id) {
        return database.told("read a dead letter", LetterRow.SELECT_MESSAGE, statement -> {
            statement.setLong(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(rows.message(result)) : Optional.empty();
            }
        });
    }

    @Override
    public void noteAttempt(long id, String reason) {
        database.told("note an attempt at a dead letter", NOTE, statement -> {
            statement.setString(1, StorableText.of(reason));
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, versions.service());
            statement.setString(4, versions.mapping());
            statement.setString(5, versions.dictionary());
            statement.setLong(6, id);
            return statement.executeUpdate();
        });
    }

    @Override
    public boolean remove(long id) {
        return database.told("remove a dead letter", "delete from dead_letter where id = ?", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate() > 0;
        });
    }

    @Override
    public long removeAll(DeadLetterFilter filter) {
        return database.told("remove dead letters", "delete from dead_letter" + MATCHING, statement -> {
            set(statement, filter);
            return statement.executeLargeUpdate();
        });
    }

    private List<DeadLetter> letters(PreparedStatement statement) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                letters.add(rows.letter(result));
            }
        }
        return letters;
    }

    private static void set(PreparedStatement statement, DeadLetterFilter filter) throws SQLException {
        String door = filter.door().map(StorableText::of).orElse(null);
        String reason = filter.reason().map(StorableText::of).orElse(null);
        var since = filter.since().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
        statement.setString(1, door);
        statement.setString(2, door);
        statement.setString(3, reason);
        statement.setString(4, reason);
        statement.setObject(5, since);
        statement.setObject(6, since);
    }

    private static String identity(ReceivedMessage message, byte[] content) {
        MessageDigest digest = Sha256.digest();
        for (String part : List.of(message.door(), message.origin())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) ' ');
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(content));
    }
}
