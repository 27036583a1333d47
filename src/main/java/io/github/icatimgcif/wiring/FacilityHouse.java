package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.disk.AtomicImgCifTarget;
import io.github.icatimgcif.adapter.disk.MetadataJson;
import io.github.icatimgcif.adapter.disk.RawDataStorage;
import io.github.icatimgcif.adapter.journal.DatabaseStatements;
import io.github.icatimgcif.adapter.journal.DatabaseStating;
import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFile;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.MappingFiles;
import io.github.icatimgcif.conversion.Converter;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.DatasetConversion;
import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.StageWatch;
import io.github.icatimgcif.conversion.collect.DatasetCollection;
import io.github.icatimgcif.conversion.collect.MetadataSource;
import io.github.icatimgcif.conversion.collect.WorthConverting;
import io.github.icatimgcif.conversion.complete.Completion;
import io.github.icatimgcif.conversion.complete.StatableFacts;
import io.github.icatimgcif.conversion.map.ExternalLinks;
import io.github.icatimgcif.conversion.map.LinkTemplates;
import io.github.icatimgcif.conversion.map.Mapping;
import io.github.icatimgcif.conversion.register.Registrar;
import io.github.icatimgcif.conversion.statement.StatementSource;
import io.github.icatimgcif.conversion.statement.Statements;
import io.github.icatimgcif.conversion.statement.Stating;
import io.github.icatimgcif.conversion.validate.Validation;
import io.github.icatimgcif.conversion.write.Placement;
import io.github.icatimgcif.entrypoint.console.Trial;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Makes the river of what the facility's files say. */
@Singleton
public final class FacilityHouse {

    @Produces
    @Singleton
    FacilityFiles facilityFiles(ServiceConfig config) {
        return FacilityFiles.of(Path.of(config.configuration()));
    }

    @Produces
    @Singleton
    Facility facility(FacilityFiles files, ServiceConfig config) {
        Facility facility = FacilityFile.read(files, config.facility());
        List<Path> roots = config.dataRoots()
                .map(paths -> paths.stream().map(Path::of).toList())
                .orElse(facility.dataRoots());
        return new Facility(
                facility.id(),
                roots.stream().map(Path::toAbsolutePath).toList(),
                facility.imgCifPath(),
                facility.externalUri(),
                facility.programNames(),
                facility.skippedScanTypes(),
                facility.registration(),
                facility.catalogueNames());
    }

    @Produces
    @Singleton
    LinkTemplates linkTemplates(FacilityFiles files, ServiceConfig config) {
        return FacilityFile.linkTemplates(files, config.facility());
    }

    /** A mistake in a template stops the start, and does not wait for the first download. */
    void started(@Observes StartupEvent event, LinkTemplates templates) {}

    @Produces
    @Singleton
    CifDictionary dictionary(ServiceConfig config) {
        return config.dictionary().map(Path::of).map(Dictionaries::in).orElseGet(Dictionaries::shipped);
    }

    /** What the console may try: the same stages without a catalogue, so that it is asked nothing and the data need not be in it. */
    @Produces
    @Singleton
    Trial trial(Facility facility, FacilityFiles files, CifDictionary dictionary, Clock clock, ServiceConfig config) {
        DataRoots roots = new DataRoots(facility.dataRoots());
        DatasetCollection collection = new DatasetCollection(
                new WorthConverting(facility.programNames(), facility.skippedScanTypes()),
                Optional.empty(),
                RawFormats.below(roots, config.allHeaders()),
                List.of(new MetadataJson(facility.dataRoots())),
                new RawDataStorage(roots, clock, config.jobs().quietTime()));
        return new Trial(described(collection, facility, files, dictionary, StageWatch.NONE, clock), roots);
    }

    private static Description described(
            DatasetCollection collection,
            Facility facility,
            FacilityFiles files,
            CifDictionary dictionary,
            StageWatch watch,
            Clock clock) {
        Completion completion = new Completion(
                MappingFiles.read(files),
                BeamlineFiles.read(files, facility.id()).checked());
        return new Description(
                collection,
                completion,
                new Mapping(ServiceVersion.get()),
                new ExternalLinks(facility.externalUri(), facility.givesPublicUris(), clock),
                new Validation(dictionary),
                new Placement(facility.imgCifPath(), Files::isRegularFile)::of,
                watch);
    }

    @Produces
    @Singleton
    Statements statements(DataSource database) {
        return new DatabaseStatements(database);
    }

    @Produces
    @Singleton
    Stating stating(DataSource database, Intake intake, Clock clock) {
        return new DatabaseStating(database, intake, clock);
    }

    @Produces
    @Singleton
    StatableFacts statableFacts(FacilityFiles files) {
        return new StatableFacts(MappingFiles.read(files));
    }

    // The tests of the jobs play the river with a converter of their own.
    @Produces
    @Singleton
    @DefaultBean
    Converter converter(
            Facility facility,
            FacilityFiles files,
            CatalogueParts catalogue,
            Registrar registrar,
            MetadataSource refinedValues,
            Statements statements,
            CifDictionary dictionary,
            Milestones milestones,
            StageWatch watch,
            Clock clock,
            ServiceConfig config) {
        DataRoots roots = new DataRoots(facility.dataRoots());
        DatasetCollection collection = new DatasetCollection(
                new WorthConverting(facility.programNames(), facility.skippedScanTypes()),
                Optional.of(catalogue.datasets()),
                RawFormats.below(roots, config.allHeaders()),
                List.of(
                        new MetadataJson(facility.dataRoots()),
                        catalogue.metadata(),
                        new StatementSource(statements),
                        refinedValues),
                new RawDataStorage(roots, clock, config.jobs().quietTime()),
                catalogue.archive());
        return new DatasetConversion(
                described(collection, facility, files, dictionary, watch, clock),
                new AtomicImgCifTarget(facility.dataRoots(), clock, milestones),
                registrar,
                clock,
                watch);
    }
}
