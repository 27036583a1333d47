package io.github.icatimgcif.adapter.outbox;

import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.conversion.trail.TraceParent;
import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.dataset.Sha256;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The messages that are to leave, and those that left lately. Takes part in the transaction of its caller. */
public final class OutboxTable {

    private static final String PUT = """
            insert into outbox_message (message_id, channel, key, key_hash, body, stored, due, correlation_id, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /*
     * Of each key the oldest only, also where another service has that one in hand: so their order is kept. The oldest is
     * asked for by its id, which any index gives at once; "none older" is a join that reads all that wait for each row, if
     * the planner believes that nothing waits.
     */
    private static final String TAKE = """
            select id, message_id, key, body, attempts, correlation_id, traceparent from outbox_message m
            where channel = ? and sent is null and due <= ? and id = (
                select min(older.id) from outbox_message older
                where older.channel = m.channel and older.key_hash = m.key_hash and older.sent is null)
            order by id limit ? for update skip locked
            """;

    private static final String SENT =
            "update outbox_message set sent = ?, attempts = attempts + 1, last_error = '' where id = any (?)";
    private static final String KEPT =
            "update outbox_message set due = ?, attempts = attempts + 1, last_error = ? where id = ?";
    private static final String WAITING =
            "select count(*), min(stored), max(last_error) from outbox_message where channel = ? and sent is null";

    // In pieces: after a backlog there are millions, and a statement that takes minutes holds back the vacuum of all
    // tables.
    private static final String FORGET = "delete from outbox_message where id = any (array("
            + "select id from outbox_message where sent < ? order by sent limit ?))";

    private static final int FORGOTTEN_AT_ONCE = 5_000;
    private static final int LONGEST_ERROR = 1000;

    private final Database database;
    private final Clock clock;

    /** The table in this database. */
    public OutboxTable(DataSource database, Clock clock) {
        this.database = new Database(database);
        this.clock = clock;
    }

    /**
     * A message in hand.
     *
     * @param row      its row
     * @param attempts how often it was sent in vain
     * @param message  the message
     */
    record Taken(long row, int attempts, OutgoingMessage message) {}

    /**
     * What has not left yet.
     *
     * @param count     how many messages
     * @param oldest    when the oldest of them was stored; empty if there is none
     * @param lastError why one of them has not left, if it was tried; else empty text
     */
    public record Backlog(long count, Optional<Instant> oldest, String lastError) {

        /** How long the oldest has waited; zero if there is none. */
        public Duration age(Instant now) {
            return oldest.map(stored -> Duration.between(stored, now)).orElse(Duration.ZERO);
        }
    }

    /** Stores a message that is to leave. */
    public void put(Channel channel, OutgoingMessage message) {
        Timestamp now = Timestamp.from(clock.instant());
        database.told("store a message that is to leave", PUT, statement -> {
            statement.setString(1, message.id());
            statement.setString(2, channel.name());
            statement.setString(3, message.key());
            statement.setString(4, Sha256.of(message.key()));
            statement.setString(5, message.body());
            statement.setTimestamp(6, now);
            statement.setTimestamp(7, now);
            statement.setString(
                    8, message.trail().correlation().map(CorrelationId::text).orElse(null));
            statement.setString(
                    9, message.trail().trace().map(TraceParent::text).orElse(null));
            return statement.executeUpdate();
        });
    }

    /** Takes messages that are due and holds them until the transaction ends. */
    List<Taken> take(Channel channel, int most) {
        return database.told("take messages that are to leave", TAKE, statement -> {
            statement.setString(1, channel.name());
            statement.setTimestamp(2, Timestamp.from(clock.instant()));
            statement.setInt(3, most);
            List<Taken> taken = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(new Taken(
                            rows.getLong(1),
                            rows.getInt(5),
                            new OutgoingMessage(
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    new Trail(
                                            Optional.ofNullable(rows.getString(6))
                                                    .flatMap(CorrelationId::sent),
                                            Optional.ofNullable(rows.getString(7))
                                                    .flatMap(TraceParent::sent)))));
                }
            }
            return taken;
        });
    }

    /** Notes that messages have left. */
    void sent(List<Taken> taken) {
        Object[] rows = taken.stream().map(Taken::row).toArray();
        database.told("note that messages left", SENT, statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setArray(2, statement.getConnection().createArrayOf("bigint", rows));
            return statement.executeUpdate();
        });
    }

    /** Notes that a message did not leave, and when it is tried again. */
    void kept(Taken taken, Instant due, String error) {
        database.told("note that a message did not leave", KEPT, statement -> {
            statement.setTimestamp(1, Timestamp.from(due));
            statement.setString(2, error.substring(0, Math.min(LONGEST_ERROR, error.length())));
            statement.setLong(3, taken.row());
            return statement.executeUpdate();
        });
    }

    /**
     * What waits to leave by a channel.
     *
     * @throws Unavailable if the database does not answer
     */
    public Backlog backlog(Channel channel) {
        return database.told("count the messages that are to leave", WAITING, statement -> {
            statement.setString(1, channel.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Backlog(
                        row.getLong(1),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString(3)).orElse(""));
            }
        });
    }

    /** Forgets the messages that left longer ago than this. */
    public void forget(Duration kept) {
        Timestamp before = Timestamp.from(clock.instant().minus(kept));
        int gone;
        do {
            gone = database.told("forget messages that left", FORGET, statement -> {
                statement.setTimestamp(1, before);
                statement.setInt(2, FORGOTTEN_AT_ONCE);
                return statement.executeUpdate();
            });
        } while (gone == FORGOTTEN_AT_ONCE);
    }
}
