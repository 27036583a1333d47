package io.github.icatimgcif.adapter.journal;

import io.github.icatimgcif.conversion.TapeQueue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The datasets in the journal that wait for tape. */
public final class DatabaseTapeQueue implements TapeQueue {

    private static final String ON_THE_WAY = "select count(*) from journal_dataset where generation_received >"
            + " generation_done and waits_for = 'TAPE' and restore_asked >= :since";

    private static final String NEXT = """
            select catalogue_id from journal_dataset
            where generation_received > generation_done and waits_for = 'TAPE' and catalogue_id is not null
                and (restore_asked is null or restore_asked < :since)
            order by last_received, id
            """;

    private static final String ASKED =
            "update journal_dataset set restore_asked = :now where waits_for = 'TAPE' and catalogue_id in (:ids)";

    private final EntityManager entities;
    private final Clock clock;

    /** A queue in the journal's database. */
    public DatabaseTapeQueue(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public List<Long> next(int atMost, int most, Duration again) {
        OffsetDateTime since = clock.instant().minus(again).atOffset(ZoneOffset.UTC);
        return DatabaseTrouble.told(
                "look up the datasets on tape",
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    long onTheWay = ((Number) entities.createNativeQuery(ON_THE_WAY)
                                    .setParameter("since", since)
                                    .getSingleResult())
                            .longValue();
                    int room = (int) Math.max(0, Math.min(atMost, most - onTheWay));
                    return room == 0
                            ? List.<Long>of()
                            : entities.createNativeQuery(NEXT, Long.class)
                                    .setParameter("since", since)
                                    .setMaxResults(room)
                                    .getResultList();
                }));
    }

    @Override
    public void askedFor(List<Long> datasets) {
        DatabaseTrouble.told(
                "note what was asked of the archive",
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery(ASKED)
                                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                                .setParameter("ids", datasets)
                                .executeUpdate()));
    }
}
