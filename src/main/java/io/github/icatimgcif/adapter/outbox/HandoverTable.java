package io.github.icatimgcif.adapter.outbox;

import io.github.icatimgcif.adapter.database.Database;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.register.Handover;
import io.github.icatimgcif.conversion.register.Handovers;
import io.github.icatimgcif.dataset.Sha256;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The registrations that were handed over; each is stored with its message and with the record of its conversion, or not at all. */
public final class HandoverTable implements Handovers, Recording {

    // A message that is kept no longer left long ago.
    private static final String FIND = """
            select h.content, h.number, h.confirmed, case when m.id is null then h.stored else m.sent end
            from outbox_handover h left join outbox_message m on m.message_id = h.message_id
            where h.identity_hash = ?
            """;

    private static final String NOTE = """
            insert into outbox_handover (identity_hash, name, location, content, number, message_id, stored, confirmed)
            values (?, ?, ?, ?, ?, ?, ?, false)
            on conflict (identity_hash) do update set name = excluded.name, location = excluded.location,
                content = excluded.content, number = excluded.number, message_id = excluded.message_id,
                stored = excluded.stored, confirmed = false
            """;

    private static final String CONFIRM =
            "update outbox_handover set confirmed = true where identity_hash = ? and not confirmed";
    private static final String FORGET = "delete from outbox_handover where identity_hash = ? and not confirmed";

    private final Database database;
    private final OutboxTable outbox;
    private final Clock clock;

    /** The table in the database of the outbox. */
    public HandoverTable(DataSource database, OutboxTable outbox, Clock clock) {
        this.database = new Database(database);
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Optional<Noted> find(String identity) {
        return with(FIND, identity, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Noted(
                                row.getString(1),
                                row.getInt(2),
                                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                                row.getBoolean(3)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void recorded(JournalEntry entry, Ending ending) {
        String identity = entry.dataset().identity();
        Conversion conversion = ending.conversion();
        conversion.handover().ifPresent(handover -> note(entry, handover));
        if (conversion.outcome().inCatalogue().isPresent()) {
            with(CONFIRM, identity, PreparedStatement::executeUpdate);
        } else if (ending.state() == DatasetState.FAILED) {
            // Who announces it again has acted, and is to have another message.
            with(FORGET, identity, PreparedStatement::executeUpdate);
        }
    }

    private void note(JournalEntry entry, Handover handover) {
        String identity = entry.dataset().identity();
        String messageId = UUID.randomUUID().toString();
        outbox.put(Channel.INGEST, new OutgoingMessage(messageId, identity, handover.message(), entry.trail()));
        with(NOTE, identity, statement -> {
            statement.setString(2, handover.name());
            statement.setString(3, handover.location());
            statement.setString(4, handover.content());
            statement.setInt(5, handover.number());
            statement.setString(6, messageId);
            statement.setTimestamp(7, Timestamp.from(clock.instant()));
            return statement.executeUpdate();
        });
    }

    private <T> T with(String text, String identity, Database.Work<T> work) {
        return database.told("note the handed over registration of " + identity, text, statement -> {
            statement.setString(1, Sha256.of(identity));
            return work.with(statement);
        });
    }
}
