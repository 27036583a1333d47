package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.Description.Result;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.register.Catalogue;
import io.github.icatimgcif.conversion.register.Registration;
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
    private final Catalogue catalogue;
    private final Clock clock;

    /** A conversion through these stages. */
    public DatasetConversion(Description description, ImgCifTarget target, Catalogue catalogue, Clock clock) {
        this.description = description;
        this.target = target;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public Conversion convert(StoredDataset dataset, Patience patience, Milestones milestones) {
        Instant started = clock.instant();
        Description.Result result = description.describe(dataset, patience, milestones);
        if (result instanceof Result.Described described) {
            return write(described, started, milestones);
        }
        if (result instanceof Result.NotDescribable not) {
            return new Conversion(
                    new Outcome.Refused(not.findings()),
                    not.findings(),
                    not.provenance(),
                    Optional.empty(),
                    not.entry().map(CatalogueEntry::id));
        }
        Result.Otherwise otherwise = (Result.Otherwise) result;
        return new Conversion(
                otherwise.outcome(),
                List.of(),
                List.of(),
                Optional.empty(),
                otherwise.entry().map(CatalogueEntry::id));
    }

    private Conversion write(Result.Described described, Instant started, Milestones milestones) {
        List<Finding> findings = described.verdict().findings();
        List<Provenance> provenance = described.provenance();
        Optional<Long> id = described.experiment().entry().map(CatalogueEntry::id);
        Writing writing = target.write(described.place(), described.verdict());
        if (!(writing instanceof Writing.Written written)) {
            return new Conversion(blocked((Writing.Blocked) writing), findings, provenance, Optional.empty(), id);
        }
        milestones.accept(Milestone.WRITTEN);
        Outcome outcome = register(described, written.imgCif(), started);
        milestones.accept(Milestone.REGISTERED);
        return new Conversion(outcome, findings, provenance, Optional.of(written.imgCif()), id);
    }

    private Outcome register(Result.Described described, WrittenImgCif imgCif, Instant started) {
        CompletedExperiment experiment = described.experiment();
        CatalogueEntry entry = experiment
                .entry()
                .orElseThrow(() -> new IllegalStateException("a conversion that registers needs a catalogue"));
        try {
            Registration registration = catalogue.register(new RegistrationRequest(
                    experiment.dataset(),
                    entry,
                    imgCif,
                    RegistrationName.of(entry),
                    described.verdict().file().frames(),
                    described.verdict().judgement(),
                    started,
                    clock.instant()));
            return registration.existed() && !imgCif.isNew()
                    ? new Outcome.Unchanged(registration)
                    : new Outcome.Registered(registration);
        } catch (RegistrationRefused e) {
            return new Outcome.Failed("the catalogue refuses the registration: " + e.getMessage());
        }
    }

    private static Outcome blocked(Writing.Blocked blocked) {
        return switch (blocked.cause()) {
            case PERMANENT -> new Outcome.Failed(blocked.message());
            case PASSING -> new Outcome.Postponed(WaitsFor.STORAGE, blocked.message());
        };
    }
}
