package io.github.icatimgcif.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.disk.StoredFolders;
import io.github.icatimgcif.adapter.journal.DatabaseMarks;
import io.github.icatimgcif.adapter.journal.JournalSurvey;
import io.github.icatimgcif.adapter.journal.LookedAt;
import io.github.icatimgcif.adapter.knowledge.FacilityFile;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.entrypoint.renewal.Again;
import io.github.icatimgcif.entrypoint.renewal.ChangedFacts;
import io.github.icatimgcif.entrypoint.renewal.EndOfEmbargo;
import io.github.icatimgcif.entrypoint.renewal.OtherVersions;
import io.github.icatimgcif.entrypoint.scan.DiskScan;
import io.github.icatimgcif.entrypoint.scan.Line;
import io.github.icatimgcif.entrypoint.scan.Scans;
import io.github.icatimgcif.entrypoint.sweep.CatalogueSweep;
import io.github.icatimgcif.entrypoint.sweep.SweepDecision;
import io.github.icatimgcif.entrypoint.sweep.SweepSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes what looks for work by itself. */
@Singleton
public final class LookingHouse {

    private static final Duration NOTHING_TO_DO = Duration.ofDays(1);
    private static final Duration FORGETTING = Duration.ofHours(12);

    @Produces
    @Singleton
    @Unremovable
    KnownDatasets knownDatasets(DataSource database) {
        return new JournalSurvey(database);
    }

    @Produces
    @Singleton
    @Unremovable
    Marks marks(DataSource database, Clock clock) {
        return new DatabaseMarks(database, clock);
    }

    @Produces
    @Singleton
    @Unremovable
    Recording lookedAt(EntityManager entities, Versions versions) {
        return new LookedAt(entities, versions);
    }

    // The jobs are the intake and have the chores; so a chore asks for the intake when it has something to hand in.
    @Produces
    @Singleton
    Again again(KnownDatasets journal, Instance<Intake> intake) {
        return new Again(journal, (dataset, door) -> intake.get().accept(dataset, door));
    }

    @Produces
    @Singleton
    @Unremovable
    Chore sweep(
            CatalogueParts parts,
            KnownDatasets journal,
            Marks marks,
            Instance<Intake> intake,
            MeterRegistry meters,
            Clock clock,
            ServiceConfig config) {
        LookingConfig.Sweep sweep = config.sweep();
        SweepSettings settings = new SweepSettings(
                sweep.full(),
                sweep.firstId(),
                sweep.lookBack(),
                sweep.range(),
                sweep.page(),
                sweep.questions(),
                sweep.inLine());
        SweepDecision decision = new SweepDecision(
                journal, (dataset, door) -> intake.get().accept(dataset, door), meters, sweep.incompleteAfter(), clock);
        return chore(
                "catalogue-sweep",
                sweep.every(),
                parts.unconverted()
                        .map(catalogue ->
                                new CatalogueSweep(catalogue, journal, marks, decision, settings, clock)::round));
    }

    @Produces
    @Singleton
    @Unremovable
    Chore changes(
            CatalogueParts parts, KnownDatasets journal, Marks marks, Again again, Clock clock, ServiceConfig config) {
        LookingConfig.Changes changes = config.changes();
        return chore(
                "catalogue-changes",
                changes.every(),
                parts.changes()
                        .map(catalogue -> new ChangedFacts(
                                        catalogue, journal, marks, again, changes.questions(), changes.inLine(), clock)
                                ::round));
    }

    @Produces
    @Singleton
    @Unremovable
    OtherVersions otherVersions(
            KnownDatasets journal, Marks marks, Again again, Versions versions, ServiceConfig config) {
        return new OtherVersions(
                journal, marks, again, versions, config.renewal().inLine());
    }

    @Produces
    @Singleton
    @Unremovable
    Chore renewal(OtherVersions otherVersions, ServiceConfig config) {
        return chore("renewal", config.renewal().every(), Optional.of(otherVersions::round));
    }

    @Produces
    @Singleton
    @Unremovable
    Chore endOfEmbargo(KnownDatasets journal, Again again, Clock clock, ServiceConfig config) {
        EndOfEmbargo endOfEmbargo =
                new EndOfEmbargo(journal, again, config.renewal().inLine(), clock);
        return chore("end-of-embargo", config.renewal().every(), Optional.of(endOfEmbargo::round));
    }

    @Produces
    @Singleton
    @Unremovable
    Scans scans(
            Facility facility,
            FacilityFiles files,
            KnownDatasets journal,
            Marks marks,
            Instance<Intake> intake,
            ObjectMapper json,
            MeterRegistry meters,
            ServiceConfig config,
            Clock clock) {
        StoredFolders disk = new StoredFolders(facility.dataRoots(), FacilityFile.datasetFolders(files, facility.id()));
        Line line = new Line(journal, config.diskScan().inLine(), LookingHouse::pause);
        DiskScan scan =
                new DiskScan(disk, journal, (dataset, door) -> intake.get().accept(dataset, door), line, meters);
        return new Scans(scan, marks, json, clock);
    }

    @Produces
    @Singleton
    @Unremovable
    Chore diskScan(Scans scans, ServiceConfig config) {
        return chore("disk-scan", config.diskScan().every(), Optional.of(scans::all));
    }

    @Produces
    @Singleton
    @Unremovable
    Chore forgettingScans(Scans scans, ServiceConfig config) {
        return new Chore(
                "scan-forgetting",
                FORGETTING,
                () -> scans.forget(config.diskScan().keep()));
    }

    void stopped(@Observes ShutdownEvent event, Scans scans) {
        scans.stop();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unavailable(WaitsFor.SERVICE, "the service was stopped; what was found is announced", stopped);
        }
    }

    void started(@Observes StartupEvent event, OtherVersions otherVersions) {
        otherVersions.comeIntoForce();
    }

    /** One that is switched off stays known to the scheduler, which else complains of a chore that nobody does any more. */
    private static Chore chore(String name, Duration every, Optional<Runnable> work) {
        return every.isZero() || work.isEmpty()
                ? new Chore(name, NOTHING_TO_DO, () -> {})
                : new Chore(name, every, work.get());
    }
}
