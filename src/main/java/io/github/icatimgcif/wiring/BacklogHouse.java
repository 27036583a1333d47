package io.github.icatimgcif.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.backlog.BacklogItemTable;
import io.github.icatimgcif.adapter.backlog.BacklogTable;
import io.github.icatimgcif.adapter.backlog.JournalPages;
import io.github.icatimgcif.backlog.Advance;
import io.github.icatimgcif.backlog.BacklogControl;
import io.github.icatimgcif.backlog.BacklogItems;
import io.github.icatimgcif.backlog.Backlogs;
import io.github.icatimgcif.backlog.JournalDatasets;
import io.github.icatimgcif.backlog.Planning;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.entrypoint.api.BacklogSettings;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/** Makes what works off backlogs. */
@Singleton
public final class BacklogHouse {

    private static final Duration FORGETTING = Duration.ofHours(12);

    @Produces
    @Singleton
    @Unremovable
    Backlogs backlogs(DataSource database, ObjectMapper json, Clock clock) {
        return new BacklogTable(database, json, clock);
    }

    @Produces
    @Singleton
    @Unremovable
    BacklogItems items(DataSource database, Clock clock) {
        return new BacklogItemTable(database, clock);
    }

    @Produces
    @Singleton
    @Unremovable
    JournalDatasets journalDatasets(DataSource database) {
        return new JournalPages(database);
    }

    @Produces
    @Singleton
    @Unremovable
    BacklogLife life(
            Backlogs backlogs,
            BacklogItems items,
            JournalDatasets journal,
            CatalogueParts parts,
            KnownDatasets line,
            Instance<Intake> intake,
            Versions versions,
            ServiceConfig config) {
        Planning planning = new Planning(backlogs, items, journal, parts.selection(), parts.archive(), versions);
        Advance advance = new Advance(
                backlogs,
                items,
                journal,
                line,
                (dataset, door) -> intake.get().accept(dataset, door),
                versions,
                config.backlog().inLine());
        return new BacklogLife(backlogs, planning, advance, config.backlog().polling());
    }

    @Produces
    @Singleton
    @Unremovable
    BacklogControl control(Backlogs backlogs, BacklogItems items, BacklogLife life, ServiceConfig config) {
        return new BacklogControl(backlogs, items, life::wake, config.backlog().polling());
    }

    @Produces
    @Singleton
    BacklogSettings settings(ServiceConfig config) {
        return new BacklogSettings(config.backlog().concurrency());
    }

    @Produces
    @Singleton
    Chore forgetting(Backlogs backlogs, ServiceConfig config) {
        return new Chore(
                "backlog-forgetting",
                FORGETTING,
                () -> backlogs.forget(config.backlog().keep()));
    }
}
