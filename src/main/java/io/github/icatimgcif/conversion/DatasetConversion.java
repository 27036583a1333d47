package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.Description.Result;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.register.Handover;
import io.github.icatimgcif.conversion.register.Registering;
import io.github.icatimgcif.conversion.register.Registrar;
import io.github.icatimgcif.conversion.register.RegistrationName;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.conversion.write.ImgCifTarget;
import io.github.icatimgcif.conversion.write.Writing;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The main path: a stored dataset is collected, completed, mapped, judged, written and registered. */
public final class DatasetConversion implements Converter {

    private final Description description;
    private final ImgCifTarget target;
    private final Registrar registrar;
    private final Clock clock;
    private final StageWatch watch;

    /**
     * A conversion through these stages.
     *
     * @param watch looks on
     */
    public DatasetConversion(
            Description description, ImgCifTarget target, Registrar registrar, Clock clock, StageWatch watch) {
        this.description = description;
        this.target = target;
        this.registrar = registrar;
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    public Conversion convert(StoredDataset dataset, Patience patience, Milestones milestones) {
        Instant started = clock.instant();
        Description.Result result = description.describe(dataset, patience, milestones);
        if (result instanceof Result.Described described) {
            return write(described, started, milestones);
        }
        if (result instanceof Result.NotDescribable not) {
            return found(
                    new Conversion(
                            new Outcome.Refused(not.findings(), not.isGone()),
                            not.findings(),
                            not.provenance(),
                            Optional.empty()),
                    not.entry());
        }
        Result.Otherwise otherwise = (Result.Otherwise) result;
        return found(new Conversion(otherwise.outcome(), List.of(), List.of(), Optional.empty()), otherwise.entry());
    }

    private Conversion write(Result.Described described, Instant started, Milestones milestones) {
        List<Finding> findings = described.verdict().findings();
        List<Provenance> provenance = described.provenance();
        Optional<CatalogueEntry> entry = described.experiment().entry();
        Writing writing = watch.during(Stage.WRITE, () -> target.write(described.place(), described.verdict()));
        if (!(writing instanceof Writing.Written written)) {
            Outcome blocked = blocked((Writing.Blocked) writing);
            return found(new Conversion(blocked, findings, provenance, Optional.empty()), entry);
        }
        milestones.accept(Milestone.WRITTEN);
        Registering registering = watch.during(Stage.REGISTER, () -> register(described, written.imgCif(), started));
        milestones.accept(Milestone.REGISTERED);
        Conversion conversion = found(
                new Conversion(
                        outcome(registering, written.imgCif()), findings, provenance, Optional.of(written.imgCif())),
                entry);
        return handover(registering).map(conversion::handing).orElse(conversion);
    }

    private static Conversion found(Conversion conversion, Optional<CatalogueEntry> entry) {
        return entry.map(known -> conversion.foundAs(known.id(), known.publication()))
                .orElse(conversion);
    }

    private Registering register(Result.Described described, WrittenImgCif imgCif, Instant started) {
        CompletedExperiment experiment = described.experiment();
        CatalogueEntry entry = experiment
                .entry()
                .orElseThrow(() -> new IllegalStateException("a conversion that registers needs a catalogue"));
        try {
            return registrar.bringOn(new RegistrationRequest(
                    experiment.dataset(),
                    entry,
                    imgCif,
                    RegistrationName.of(entry),
                    described.verdict().file().frames(),
                    described.verdict().judgement(),
                    started,
                    clock.instant()));
        } catch (RegistrationRefused.ForAHiddenReason e) {
            return new Registering.Doubtful(String.valueOf(e.getMessage()));
        } catch (RegistrationRefused e) {
            return new Registering.GivenUp("the catalogue refuses the registration: " + e.getMessage());
        }
    }

    private static Outcome outcome(Registering registering, WrittenImgCif imgCif) {
        if (registering instanceof Registering.Done done) {
            return done.registration().existed() && !imgCif.isNew()
                    ? new Outcome.Unchanged(done.registration())
                    : new Outcome.Registered(done.registration());
        }
        if (registering instanceof Registering.Awaited awaited) {
            return new Outcome.HandedOver(awaited.cause());
        }
        return registering instanceof Registering.Doubtful doubtful
                ? new Outcome.Postponed(WaitsFor.ACCEPTANCE, doubtful.cause())
                : new Outcome.Failed(((Registering.GivenUp) registering).cause());
    }

    private static Optional<Handover> handover(Registering registering) {
        if (registering instanceof Registering.Done done) {
            return done.handover();
        }
        return registering instanceof Registering.Awaited awaited ? awaited.handover() : Optional.empty();
    }

    private static Outcome blocked(Writing.Blocked blocked) {
        return switch (blocked.cause()) {
            case PERMANENT -> new Outcome.Failed(blocked.message());
            case PASSING -> new Outcome.Postponed(WaitsFor.STORAGE, blocked.message());
            case STORAGE -> new Outcome.Postponed(WaitsFor.STORAGE, blocked.message(), true);
        };
    }
}
