package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.disk.AtomicImgCifTarget;
import io.github.icatimgcif.adapter.disk.MetadataJson;
import io.github.icatimgcif.adapter.disk.RawDataStorage;
import io.github.icatimgcif.adapter.knowledge.BeamlineFiles;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.adapter.knowledge.MappingFiles;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.StageWatch;
import io.github.icatimgcif.conversion.collect.DatasetCollection;
import io.github.icatimgcif.conversion.collect.WorthConverting;
import io.github.icatimgcif.conversion.complete.Completion;
import io.github.icatimgcif.conversion.map.ExternalLinks;
import io.github.icatimgcif.conversion.map.ExternalUris;
import io.github.icatimgcif.conversion.map.Mapping;
import io.github.icatimgcif.conversion.validate.Validation;
import io.github.icatimgcif.entrypoint.cli.LocalConversion;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stages of a conversion on the command line: no catalogue, and only the folder of the dataset is opened. */
public final class LocalStages implements LocalConversion {

    @Override
    public Stages stages(Wish wish) {
        List<Path> roots = new ArrayList<>(wish.dataRoots());
        roots.add(Files.isDirectory(wish.location()) ? wish.location() : parent(wish.location()));
        FacilityFiles files = FacilityFiles.of(wish.configuration());
        Clock clock = Clock.systemUTC();
        DataRoots dataRoots = new DataRoots(roots);
        DatasetCollection collection = new DatasetCollection(
                new WorthConverting(List.of(), Set.of()),
                Optional.empty(),
                RawFormats.below(dataRoots, wish.allHeaders()),
                List.of(new MetadataJson(roots)),
                new RawDataStorage(dataRoots, clock, Duration.ZERO));
        Completion completion = new Completion(
                MappingFiles.read(files),
                BeamlineFiles.read(files, wish.facility().orElse("")));
        String template = wish.uriBase().map(ExternalUris::below).orElse(ExternalUris.LOCAL_FILES);
        Description description = new Description(
                collection,
                completion,
                new Mapping(ServiceVersion.get()),
                new ExternalLinks(template, false, clock),
                new Validation(Dictionaries.shipped()),
                dataset -> Optional.of(wish.place()),
                StageWatch.NONE);
        return new Stages(
                description, new AtomicImgCifTarget(List.of(parent(wish.place())), clock, Milestones.UNHEARD));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
